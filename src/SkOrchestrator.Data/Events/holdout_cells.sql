-- Purchases of held-out customers, observed from the first mail of the others on.
with purchases as (
    select
        e.customer_id,
        count(*) filter (where e."timestamp" <= m.sent_at + to_seconds($conversion_seconds)) > 0 as converted,
        sum(e.value) filter (where e."timestamp" <= m.sent_at + to_seconds($revenue_seconds)) as revenue
    from events e cross join (select min(sent_at) as sent_at from mails) m
    where e.event = 'converted' and e."timestamp" >= m.sent_at and e."timestamp" <= $as_of::timestamp
    group by e.customer_id
),
held as (
    select
        s.segment_id, coalesce(p.converted, false)::int as converted, coalesce(p.revenue, 0)::decimal(18, 2) as revenue
    from holdout h join segment_assignments s using (customer_id) left join purchases p using (customer_id)
)
select segment_id, count(*), sum(converted)::bigint, sum(revenue)::decimal(38, 2), sum(revenue * revenue)::decimal(38, 4)
from held
group by segment_id
order by segment_id;
