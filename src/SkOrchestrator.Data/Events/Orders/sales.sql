-- What was bought, as it was known at $as_of: the latest status of an order wins, refunds come off, and what nothing is left of was no purchase.
delete from sales;
insert into sales
with known as (
    select * from orders where state in ('assigned', 'held_out') and "timestamp" <= $as_of::timestamp
),
latest as (
    select
        customer_id, order_id, arg_max(kind, ("timestamp", line)) as kind, arg_max(value, ("timestamp", line)) filter (where kind = 'sale') as value,
        min("timestamp") filter (where kind = 'sale') as placed_at, max(currency) as currency, max(since) as since
    from known
    where kind <> 'refund'
    group by customer_id, order_id
),
refunds as (
    select customer_id, order_id, sum(value) as value
    from (select distinct customer_id, order_id, "timestamp", value from known where kind = 'refund')
    group by customer_id, order_id
)
select l.customer_id, l.order_id, l.placed_at, (l.value + coalesce(r.value, 0))::decimal(18, 2), l.currency
from latest l left join refunds r using (customer_id, order_id)
where l.kind = 'sale' and l.placed_at >= l.since and (r.value is null or l.value + r.value > 0);
