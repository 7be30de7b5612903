-- Rows without an id, and ids that are personal.
insert into staging.main.problems
select
    row_number, line, 'customer_id', case when customer_id is null then 'CSV013' else 'CSV016' end,
    case when customer_id is null then '' else '(redacted)' end,
    case when customer_id is null then 'a customer id' else 'an id that is not an e-mail address' end,
    'rejected'
from staging.main.customers
where customer_id is null or has_address(customer_id);

-- Second rows of an id: the first good row, in file order, stays.
insert into staging.main.problems
select row_number, line, 'customer_id', 'CSV014', shown(customer_id), 'every customer id once', 'rejected'
from staging.main.customers
where row_number not in (select row_number from staging.main.problems where action = 'rejected')
qualify row_number() over (partition by customer_id order by row_number) > 1;
