-- Whose the records are: the custom arguments first, then the address by its keyed hash, then a recipient that is a customer id.
create or replace temp table matched as
with keyed as (
    select
        *,
        case when contains(recipient, '@') then address_key_of($key, normal_address(recipient)) else lower(recipient_key) end as address_key,
        case when starts_with(message, $run || ':') then substr(message, length($run) + 2) end as own_id
    from incoming
),
named as (
    select
        k.*, a.customer_id is not null as has_known_address,
        own.customer_id is null and k.own_id is null and contains(k.message, ':') as is_other_run,
        coalesce(own.customer_id, c.customer_id) is null and a.customer_id is not null as by_address,
        coalesce(own.customer_id, c.customer_id, a.customer_id, r.customer_id) as customer_id
    from keyed k
    left join people own on own.customer_id = coalesce(k.own_id, k.message)
    left join people c on c.customer_id = k.customer
    left join addresses a on a.address_key = k.address_key
    left join people r on r.customer_id = k.recipient
)
select
    n.*,
    case
        when n.is_other_run then 'other_run'
        when n.shared then 'shared'
        when n.customer_id is null then 'unmatched'
        when p.state = 'left_out' or (p.state = 'held_out' and n.event <> 'converted') then 'not_assigned'
        when n."timestamp" < p.since then 'before_assignment'
        when n.event = 'clicked' and n.unsubscribe then 'unsubscribe_click'
        else 'kept'
    end as disposition
from named n left join people p on p.customer_id = n.customer_id;

insert into imported
select
    file, record, disposition, customer_id, event, "timestamp", source, value, currency, url, md5_number_lower(link), token_of($key, event_id),
    -- without an id of its own: the same customer, event, second, link and amount
    md5_number_lower(coalesce('id|' || source || '|' || token_of($key, event_id), concat_ws('|', 'at', epoch(date_trunc('second', "timestamp"))::bigint, coalesce(link, ''), coalesce(value, 0)))),
    by_address, machine, hard
from matched
where disposition in ('kept', 'unsubscribe_click');

insert into tallies
select
    file, disposition, event, count(*), count(*) filter (where address_key is not null and disposition not in ('other_run', 'shared')),
    count(*) filter (where has_known_address)
from matched
group by all;

drop table matched;
delete from incoming;
