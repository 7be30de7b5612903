-- What people did, by whether it counts: inside the window, before it began, after it ended, after $as_of, or by a customer who was held out.
with placed as (
    select e.customer_id, e.event, e."timestamp" from events e where not e.machine and e.event not in ('sent', 'delivered')
    union all
    -- purchases that were not made yet at $as_of are no sales
    select customer_id, 'converted', min("timestamp") from orders
    where kind = 'sale' and state in ('assigned', 'held_out')
    group by customer_id, order_id
    having min("timestamp") > $as_of::timestamp
),
judged as (
    select
        p.event,
        case
            when p."timestamp" > $as_of::timestamp then 'after_as_of'
            when m.customer_id is null then 'held_out'
            when p."timestamp" < m.sent_at then 'before_window'
            when p."timestamp" > m.sent_at + to_seconds(case p.event
                when 'opened' then $open_rate when 'clicked' then $click_rate when 'converted' then greatest($conversion_rate, $revenue_per_recipient)
                when 'unsubscribed' then $unsubscribe_rate when 'complained' then $complaint_rate else $hard_bounce_rate end) then 'after_window'
            else 'counted'
        end as place
    from placed p left join mails m using (customer_id)
)
select
    event, count(*) filter (where place = 'counted'), count(*) filter (where place = 'before_window'), count(*) filter (where place = 'after_window'),
    count(*) filter (where place = 'after_as_of'), count(*) filter (where place = 'held_out')
from judged
group by event
order by list_position(['opened', 'clicked', 'converted', 'bounced', 'complained', 'unsubscribed'], event);
