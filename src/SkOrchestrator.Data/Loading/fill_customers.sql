-- The good rows. The address stays behind; a keyed hash of it goes into the file of the run.
create or replace table staging.main.addresses as
select row_number, address, sha256(address) as address_sha256,
    length(address) <= 254 and regexp_full_match(
        address, '[^\s@"<>(),;:\\\[\].]+(\.[^\s@"<>(),;:\\\[\].]+)*@([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*[\p{L}\p{N}]')
        as is_valid
from (select row_number, normal_address({email}) as address from staging.main.customers)
where address is not null;

create or replace table customers as
select
    s.row_number, s.customer_id,
    sha256($salt || case when a.is_valid then '|address|' || a.address else '|customer|' || s.customer_id end) as unit,
    case when a.is_valid then address_key_of($salt, a.address) end as address_key,
    case when a.is_valid then 'valid' when a.address is not null then 'invalid' else 'none' end as address_state
    {columns}
from staging.main.customers s left join staging.main.addresses a using (row_number)
where s.row_number not in (select row_number from staging.main.problems where action = 'rejected')
order by s.row_number;
