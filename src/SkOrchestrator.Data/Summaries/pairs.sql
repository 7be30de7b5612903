-- Two numbers per assigned customer by segment and arm, centred; summed in the order of the ids, so that the digits are always the same.
with numbers as (
    select o.customer_id, o.segment_id, o.arm, {first}::double as x, {second}::double as y
    from outcomes o {customers}
),
filled as (
    -- a customer without a covariate gets the mean of the others: known before the mail, so no arm is favoured
    select customer_id, segment_id, arm, x, coalesce(y, (select avg(y order by customer_id) from numbers)) as y from numbers
),
means as (
    select segment_id, arm, count(*) as n, avg(x order by customer_id) as mean_x, avg(y order by customer_id) as mean_y
    from filled
    group by segment_id, arm
),
spreads as (
    select
        f.segment_id, f.arm,
        sum((f.x - m.mean_x) * (f.x - m.mean_x) order by f.customer_id) as squares_x,
        sum((f.y - m.mean_y) * (f.y - m.mean_y) order by f.customer_id) as squares_y,
        sum((f.x - m.mean_x) * (f.y - m.mean_y) order by f.customer_id) as products
    from filled f join means m using (segment_id, arm)
    group by f.segment_id, f.arm
)
select
    r.segment_id, r.arm, coalesce(m.n, 0), coalesce(m.mean_x, 0), coalesce(m.mean_y, 0),
    coalesce(s.squares_x, 0), coalesce(s.squares_y, 0), coalesce(s.products, 0)
from arms r left join means m using (segment_id, arm) left join spreads s using (segment_id, arm)
order by r.segment_id, r.arm <> 'control', r.arm;
