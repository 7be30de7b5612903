-- Rows without an id, and ids that are personal or can't be printed.
insert into staging.main.problems
select
    row_number, line, 'customer_id',
    case when customer_id is null then 'CSV013' when has_address(customer_id) then 'CSV016' else 'CSV023' end,
    case when customer_id is null then '' when has_address(customer_id) then '(redacted)' else '(not shown)' end,
    case
        when customer_id is null then 'a customer id'
        when has_address(customer_id) then 'an id that is not an e-mail address'
        else 'an id of at most 100 characters, without control characters'
    end,
    'rejected'
from staging.main.customers
where customer_id is null or has_address(customer_id) or has_controls(customer_id) or length(customer_id) > 100;

-- Second rows of an id: the first good row, in file order, stays.
insert into staging.main.problems
select row_number, line, 'customer_id', 'CSV014', left(customer_id, 40), 'every customer id once', 'rejected'
from staging.main.customers
where row_number not in (select row_number from staging.main.problems where action = 'rejected')
qualify row_number() over (partition by customer_id order by row_number) > 1;
