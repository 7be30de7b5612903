-- One reason per customer, the first that applies. A suppression or an earlier mail counts for everybody with the same address.
insert into excluded
with suppressed as (
    select c.unit from customers c join staging.main.suppressions s on s.customer_id = c.customer_id where s.is_active
    union
    select c.unit
    from customers c
        join staging.main.addresses a using (row_number)
        join staging.main.suppressions s on s.email_sha256 = a.address_sha256
    where s.is_active
),
tired as (
    select c.unit
    from customers c join staging.main.contacts k using (customer_id)
    where k.sent_at is null or (k.sent_at > $send_at::timestamp - to_seconds($period_seconds) and k.sent_at <= $send_at::timestamp)
    group by c.unit
    having count(*) >= $cap
),
first_look as (
    select
        row_number, customer_id, unit, address_key,
        upper({country}) as country, lower(regexp_extract({language}, '^[A-Za-z]+')) as language,
        case
            when not all_yes([{consent}]::boolean[]) then 'no_consent'
            when unit in (from suppressed) then 'suppressed'
            when $has_addresses and address_state <> 'valid' then 'invalid_address'
        end as reason
    from customers
),
second_look as (
    select
        * replace (case
            when reason is not null then reason
            -- of customers with one address the smallest id stays, whatever the order of the file
            when address_key is not null and row_number() over (partition by address_key, reason is null order by customer_id) > 1
                then 'duplicate_address'
            when $cap > 0 and unit in (from tired) then 'frequency_cap'
            when len($languages::varchar[]) > 0 and language is not null and language not in (select unnest($languages::varchar[])) then 'language'
            when len($countries::varchar[]) > 0 and coalesce(country, '') not in (select unnest($countries::varchar[])) then 'country'
        end as reason)
    from first_look
),
third_look as (
    select
        customer_id,
        coalesce(reason, case
            when row_number() over (partition by reason is null order by md5_number_lower($sample_salt || unit), unit) > $sample_size
                then 'not_sampled'
        end) as reason
    from second_look
)
select customer_id, reason from third_look where reason is not null;
