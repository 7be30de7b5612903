-- One row per assigned customer: what happened within each window after the mail was sent. Machine events don't count, nor what came after $as_of.
create or replace temp table outcomes as
with counted as (
    select
        e.customer_id,
        count(*) filter (where e.event = 'opened' and e."timestamp" <= m.sent_at + to_seconds($open_rate)) > 0 as opened,
        count(*) filter (where e.event = 'clicked' and e."timestamp" <= m.sent_at + to_seconds($click_rate)) > 0 as clicked,
        count(*) filter (where e.event = 'converted' and e."timestamp" <= m.sent_at + to_seconds($conversion_rate)) > 0 as converted,
        sum(e.value) filter (where e.event = 'converted' and e."timestamp" <= m.sent_at + to_seconds($revenue_per_recipient)) as revenue,
        count(*) filter (where e.event = 'unsubscribed' and e."timestamp" <= m.sent_at + to_seconds($unsubscribe_rate)) > 0 as unsubscribed,
        count(*) filter (where e.event = 'complained' and e."timestamp" <= m.sent_at + to_seconds($complaint_rate)) > 0 as complained,
        count(*) filter (where e.event = 'bounced' and {hard} and e."timestamp" <= m.sent_at + to_seconds($hard_bounce_rate)) > 0 as bounced
    from events e join mails m using (customer_id)
    where not e.machine and e."timestamp" >= m.sent_at and e."timestamp" <= $as_of::timestamp
    group by e.customer_id
)
select
    a.customer_id, a.segment_id, a.arm,
    coalesce(c.opened, false)::int as open_rate,
    coalesce(c.clicked, false)::int as click_rate,
    coalesce(c.converted, false)::int as conversion_rate,
    coalesce(c.revenue, 0)::decimal(18, 2) as revenue_per_recipient,
    coalesce(c.unsubscribed, false)::int as unsubscribe_rate,
    coalesce(c.complained, false)::int as complaint_rate,
    coalesce(c.bounced, false)::int as hard_bounce_rate
from assignments a left join counted c using (customer_id);
