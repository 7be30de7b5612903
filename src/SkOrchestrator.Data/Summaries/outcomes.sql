-- One row per assigned customer: what happened within each window after the mail was sent. Machine events don't count.
-- Customers in a control that was mailed nothing are observed from the first mail of the others on.
create or replace temp table outcomes as
with sent as (
    select customer_id, min("timestamp") as sent_at from events where event = 'sent' group by customer_id
),
mails as (
    select customer_id, coalesce(s.sent_at, (select min(sent_at) from sent)) as sent_at from assignments left join sent s using (customer_id)
),
counted as (
    select
        e.customer_id,
        count(*) filter (where e.event = 'opened' and e."timestamp" <= m.sent_at + to_seconds($open_seconds)) > 0 as opened,
        count(*) filter (where e.event = 'clicked' and e."timestamp" <= m.sent_at + to_seconds($click_seconds)) > 0 as clicked,
        count(*) filter (where e.event = 'converted' and e."timestamp" <= m.sent_at + to_seconds($conversion_seconds)) > 0 as converted,
        sum(e.value) filter (where e.event = 'converted' and e."timestamp" <= m.sent_at + to_seconds($revenue_seconds)) as revenue
    from events e join mails m using (customer_id)
    where not e.machine and e."timestamp" >= m.sent_at
    group by e.customer_id
)
select
    a.customer_id, a.segment_id, a.arm,
    coalesce(c.opened, false)::int as open_rate,
    coalesce(c.clicked, false)::int as click_rate,
    coalesce(c.converted, false)::int as conversion_rate,
    coalesce(c.revenue, 0)::decimal(18, 2) as revenue_per_recipient
from assignments a left join counted c using (customer_id);
