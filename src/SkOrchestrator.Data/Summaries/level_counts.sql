-- Assigned customers and outcomes with and without each level of one feature, by arm; customers without a value take no part.
with levels as (
    select customer_id, {level} as level from customers
),
answers as (
    select level, arm, open_rate, click_rate, conversion_rate from levels join outcomes using (customer_id)
),
cells as (
    select
        level, arm, count(*) as n, sum(open_rate) as opened, sum(click_rate) as clicked, sum(conversion_rate) as converted
    from answers
    where level is not null
    group by level, arm
),
-- every level in every arm, those without customers too
grid as (
    select l.level, a.arm, coalesce(n, 0) as n, coalesce(opened, 0) as opened, coalesce(clicked, 0) as clicked, coalesce(converted, 0) as converted
    from (select distinct level from cells) l cross join (select distinct arm from cells) a left join cells c on c.level = l.level and c.arm = a.arm
),
together as (
    select
        *, sum(n) over (partition by level) as group_size,
        sum(n) over per_arm as n_all, sum(opened) over per_arm as opened_all, sum(clicked) over per_arm as clicked_all,
        sum(converted) over per_arm as converted_all
    from grid
    window per_arm as (partition by arm)
)
select
    level, arm,
    n::bigint, opened::bigint, clicked::bigint, converted::bigint,
    (n_all - n)::bigint, (opened_all - opened)::bigint, (clicked_all - clicked)::bigint, (converted_all - converted)::bigint
from together
where group_size >= $minimum_group
order by level, arm <> 'control', arm;
