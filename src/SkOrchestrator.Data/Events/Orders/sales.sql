-- What was bought, as it was known at $as_of: the latest status of an order wins, at the same moment the one that takes it back; refunds come off,
-- and what nothing is left of was no purchase. Rows of one status and moment with different amounts are the items of one order.
delete from sales;
insert into sales
with known as (
    select * from orders where state in ('assigned', 'held_out') and "timestamp" <= $as_of::timestamp
),
latest as (
    select
        customer_id, order_id, arg_max(kind, ("timestamp", kind = 'removed', line)) as kind, max("timestamp") filter (where kind = 'sale') as valued_at,
        arg_max(status, ("timestamp", line)) filter (where kind = 'sale') as valued_as,
        min("timestamp") filter (where kind = 'sale') as placed_at, max(currency) filter (where kind = 'sale') as currency, max(since) as since
    from known
    where kind <> 'refund'
    group by customer_id, order_id
),
items as (
    select k.customer_id, k.order_id, sum(distinct k.value) as value, count(distinct k.value) filter (where k.value > 0) as items
    from known k join latest l on l.customer_id = k.customer_id and l.order_id = k.order_id and k."timestamp" = l.valued_at and k.status = l.valued_as
    where k.kind = 'sale'
    group by k.customer_id, k.order_id
),
refunds as (
    select customer_id, order_id, sum(value) as value
    from (select distinct customer_id, order_id, "timestamp", value from known where kind = 'refund')
    group by customer_id, order_id
)
select l.customer_id, l.order_id, l.placed_at, (i.value + coalesce(r.value, 0))::decimal(18, 2), l.currency, i.items
from latest l join items i using (customer_id, order_id) left join refunds r using (customer_id, order_id)
where l.kind = 'sale' and l.placed_at >= l.since and (r.value is null or i.value + r.value > 0);
