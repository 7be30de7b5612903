-- When each assigned customer's time begins: with the mail, else with its delivery, else with the assignment.
create or replace temp table mails as
with seen as (
    select
        customer_id, min("timestamp") filter (where event = 'sent') as sent_at, min("timestamp") filter (where event = 'delivered') as delivered_at
    from events
    where event in ('sent', 'delivered')
    group by customer_id
)
select a.customer_id, a.segment_id, a.arm, coalesce(s.sent_at, s.delivered_at, a.assigned_at) as sent_at
from assignments a left join seen s using (customer_id);
