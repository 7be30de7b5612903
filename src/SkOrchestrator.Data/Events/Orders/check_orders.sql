-- The rows of the orders file in types, each with the first thing that is wrong with it.
create or replace table staging.main.order_checked as
with words as (
    select
        row_number, line, customer_id, order_id, "timestamp" as "time", try_cast("timestamp" as timestamptz)::timestamp as "at",
        regexp_full_match("timestamp", '\d{4}-\d\d-\d\d') as is_date, value as written, try_cast(number_of(value) as decimal(18, 2)) as amount,
        upper(currency) as currency, lower(coalesce(status, 'placed')) as status
    from staging.main.order_rows
),
kinds as (
    select
        *,
        case
            when status in ('cancelled', 'canceled', 'void', 'voided', 'failed', 'declined', 'expired', 'abandoned') then 'removed'
            when amount < 0 then 'refund'
            when status in ('refunded', 'returned', 'refund', 'return', 'chargeback', 'charged_back') then 'removed'
            when status in (
                'placed', 'ordered', 'order', 'open', 'pending', 'processing', 'confirmed', 'approved', 'paid', 'purchased', 'sold', 'shipped', 'delivered',
                'fulfilled', 'complete', 'completed', 'closed', 'ok', 'success', 'partially_refunded', 'partially refunded') then 'sale'
        end as kind
    from words
)
select
    *,
    case
        when customer_id is null or order_id is null then 'ORD011'
        when has_address(order_id) or has_controls(order_id) or length(order_id) > 100 then 'ORD017'
        when "at" is null or "at" < timestamp '2000-01-01' or "at" >= timestamp '2100-01-01' then 'ORD012'
        when kind is null then 'ORD014'
        when amount is null and kind <> 'removed' then 'ORD013'
        when $has_currency and kind <> 'removed' and not coalesce(regexp_full_match(currency, '[A-Z]{3}'), false) then 'ORD015'
    end as problem
from kinds;

-- Whose the good rows are. An id that is an address is matched like one.
delete from orders;
insert into orders
select
    p.customer_id, token_of($key, o.order_id), o.line, o."at", o.amount, case when o.amount is not null then o.currency end, o.kind, o.status, p.state, p.since
from staging.main.order_checked o
left join addresses a on contains(o.customer_id, '@') and a.address_key = address_key_of($key, normal_address(o.customer_id))
left join people c on c.customer_id = o.customer_id
left join people p on p.customer_id = coalesce(c.customer_id, a.customer_id)
where o.problem is null;
