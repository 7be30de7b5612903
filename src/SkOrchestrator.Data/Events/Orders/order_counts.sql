-- The orders of the run's customers, counted by what became of them.
with each_order as (
    select
        customer_id, order_id, any_value(state) as state, min("timestamp") filter (where kind = 'sale') < any_value(since) as is_early,
        count(*) filter (where kind = 'refund') > 0 as has_refund, count(*) filter (where kind <> 'refund') as statuses
    from orders
    where state in ('assigned', 'held_out')
    group by customer_id, order_id
)
select
    (select count(*) from orders where customer_id is null),
    (select count(*) from orders where state = 'left_out'),
    count(s.order_id),
    count(s.order_id) filter (where e.state = 'held_out'),
    count(*) filter (where s.order_id is null and not coalesce(e.is_early, false) and e.statuses > 0),
    count(*) filter (where s.order_id is not null and e.has_refund),
    count(*) filter (where e.is_early),
    count(s.order_id) filter (where s.items > 1),
    count(s.order_id) filter (where s."timestamp" > $now::timestamp)
from each_order e left join sales s using (customer_id, order_id);
