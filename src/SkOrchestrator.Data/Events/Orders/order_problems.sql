-- Values stand here as in the file: the reader shows no more of them than it may.
-- Rows that can't be used, and refunds of orders that don't stand in the file.
select
    line,
    case problem when 'ORD011' then if(customer_id is null, 'customer_id', 'order_id') when 'ORD012' then 'timestamp' when 'ORD013' then 'value'
        when 'ORD014' then 'status' when 'ORD015' then 'currency' else 'order_id' end,
    problem,
    case
        when problem = 'ORD012' then "time"
        when problem = 'ORD013' then written
        when problem = 'ORD014' then status
        when problem = 'ORD015' then currency
        when problem = 'ORD011' then 'nothing'
        else '(not shown)'
    end,
    case problem
        when 'ORD011' then 'a customer_id and an order_id'
        when 'ORD012' then 'a time such as 2026-11-20T09:14:05Z'
        when 'ORD013' then 'an amount with a decimal point, such as 12.50'
        when 'ORD014' then 'placed, paid, shipped, completed, partially_refunded, cancelled, refunded or returned'
        when 'ORD015' then 'a currency in three letters, ISO 4217'
        else 'an order id of at most 100 characters that is not an address'
    end,
    'rejected'
from staging.main.order_checked
where problem is not null
union all
select r.line, 'order_id', 'ORD016', 'a refund alone', 'the order that was refunded, in the same file', 'ignored'
from orders r
where r.kind = 'refund' and not exists (select 1 from orders s where s.customer_id = r.customer_id and s.order_id = r.order_id and s.kind <> 'refund')
order by 1, 3;
