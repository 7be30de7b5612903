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
    source varchar, value decimal(18, 2), currency varchar, url varchar, link varchar, event_id varchar, event_mark varchar,
    machine boolean, hard boolean, shared boolean, unsubscribe boolean);

-- Records that may count, and of all records how many there were of each kind.
create table imported(
    file integer, record bigint, disposition varchar, customer_id varchar, event varchar, "timestamp" timestamp, source varchar,
    value decimal(18, 2), currency varchar, url varchar, link ubigint, event_id varchar, event_mark ubigint, by_address boolean,
    machine boolean, hard boolean);
create table tallies(file integer, disposition varchar, event varchar, records bigint, with_address bigint, known_address bigint);

create table orders(
    customer_id varchar, order_id varchar, line bigint, "timestamp" timestamp, value decimal(18, 2), currency varchar, kind varchar, state varchar, since timestamp);
create table sales(customer_id varchar, order_id varchar, "timestamp" timestamp, value decimal(18, 2), currency varchar);

-- What counts. With orders, purchases come from them alone.
create view events as
select customer_id, event, "timestamp", source, value, currency, url, event_id, machine, hard
from imported
where disposition = 'kept' and not (event = 'converted' and exists (select 1 from orders))
union all
select customer_id, 'converted', "timestamp", 'orders', value, currency, null, order_id, false, false
from sales;
