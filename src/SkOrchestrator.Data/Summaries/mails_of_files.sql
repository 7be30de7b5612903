-- When each assigned customer's time begins: with the mail, else with its delivery, else with the assignment. Who opened or clicked before that
-- had the mail already, so that the time of sending is wrong or that of another mail: there it begins with the assignment too.
create or replace temp table mails as
with seen as (
    select
        customer_id, min("timestamp") filter (where event = 'sent') as sent_at, min("timestamp") filter (where event = 'delivered') as delivered_at,
        min("timestamp") filter (where event not in ('sent', 'delivered') and not machine) as engaged_at
    from events
    where event in ('sent', 'delivered', 'opened', 'clicked', 'complained', 'unsubscribed')
    group by customer_id
)
select
    a.customer_id, a.segment_id, a.arm,
    coalesce(s.engaged_at < coalesce(s.sent_at, s.delivered_at), false) as was_early,
    case when was_early then date_trunc('second', a.assigned_at) else coalesce(s.sent_at, s.delivered_at, date_trunc('second', a.assigned_at)) end as sent_at
from assignments a left join seen s using (customer_id);
