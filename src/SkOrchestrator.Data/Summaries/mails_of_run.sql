-- When each assigned customer's time begins: with the mail. Customers in a control that was mailed nothing are observed from the first mail of the others on.
create or replace temp table mails as
with sent as (
    select customer_id, min("timestamp") as sent_at from events where event = 'sent' group by customer_id
)
select customer_id, coalesce(s.sent_at, (select min(sent_at) from sent)) as sent_at from assignments left join sent s using (customer_id);
