-- The tables of the analysis: the finished run seen through views, and beside them what event files and orders say.
drop view assignable;
drop view eligible;
drop table customers;
drop table excluded;
drop table holdout;
drop table segment_assignments;
drop table arms;
drop table assignments;
drop table events;
create view customers as from finished.main.customers;
create view excluded as from finished.main.excluded;
create view holdout as from finished.main.holdout;
create view segment_assignments as from finished.main.segment_assignments;
create view arms as from finished.main.arms;
create view assignments as from finished.main.assignments;

-- An id as it may be written: as it is where it is a plain token and neither an address nor a number of a person or machine, else a keyed hash of it.
create temp macro token_of(key, text) as case
    when nullif(trim(text), '') is null then null
    when regexp_full_match(text, '[A-Za-z0-9_.:=+/-]{1,100}')
        and not regexp_matches(text, '(^|[^0-9.])[0-9]{1,3}(\.[0-9]{1,3}){3}([^0-9.]|$)|=[A-Za-z0-9-]+\.[A-Za-z]{2,}')
        and not regexp_full_match(text, '(\+|\(?00?)[0-9 ()/.-]{7,}|[0-9]{2,4}([/.-]+[0-9]{2,5}){2,}|[0-9A-Fa-f:]*:[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*') then text
    else 'id-' || left(sha256(key || '|id|' || text), 24)
end;

-- Everyone of the run, and since when events of them can belong to it.
create table people as
select
    c.customer_id, c.row_number, c.address_key,
    case when a.customer_id is not null then 'assigned' when h.customer_id is not null then 'held_out' else 'left_out' end as state,
    date_trunc('second', coalesce(a.assigned_at, h.held_at)) as since
from customers c left join assignments a using (customer_id) left join holdout h using (customer_id);

-- An address that several customers have is that of the one who takes part.
create table addresses as
select address_key, arg_min(customer_id, (case state when 'assigned' then 1 when 'held_out' then 2 else 3 end, row_number)) as customer_id
from people where address_key is not null
group by address_key;

-- Records on their way in; the only place where an address stands, in memory and for one portion.
create table incoming(
    file integer, record bigint, event varchar, "timestamp" timestamp, recipient varchar, recipient_key varchar, message varchar, customer varchar,
    source varchar, value decimal(18, 2), currency varchar, url varchar, link varchar, event_id varchar,
    machine boolean, hard boolean, shared boolean, unsubscribe boolean);

-- Records that may count, and of all records how many there were of each kind.
create table imported(
    file integer, record bigint, disposition varchar, customer_id varchar, event varchar, "timestamp" timestamp, source varchar,
    value decimal(18, 2), currency varchar, url varchar, link ubigint, event_id varchar, event_mark ubigint, by_address boolean,
    machine boolean, hard boolean);
create table tallies(file integer, disposition varchar, event varchar, records bigint, with_address bigint, known_address bigint);

create table orders(
    customer_id varchar, order_id varchar, line bigint, "timestamp" timestamp, value decimal(18, 2), currency varchar, kind varchar, status varchar, state varchar, since timestamp);
create table sales(customer_id varchar, order_id varchar, "timestamp" timestamp, value decimal(18, 2), currency varchar, items bigint);

-- What counts. With orders, purchases come from them alone.
create view events as
select customer_id, event, "timestamp", source, value, currency, url, event_id, machine, hard
from imported
where disposition = 'kept' and not (event = 'converted' and exists (select 1 from orders))
union all
select customer_id, 'converted', "timestamp", 'orders', value, currency, null, order_id, false, false
from sales;
