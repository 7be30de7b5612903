-- What an analysis of event files rests on, as files. One statement a file.

-- diagnostics.csv
select inert(file) as file, line, inert("column") as "column", code, inert(value) as value, expected, action
from diagnostics
order by file, line nulls first, "column", code, value, expected, action;

-- events.csv
select
    inert(e.customer_id) as customer_id, e.event, iso_time(e."timestamp") as "timestamp", e.source, e.value, e.currency,
    inert(e.url) as url, inert(e.event_id) as event_id, e.machine, case when e.event = 'bounced' then e.hard end as hard
from events e join people p using (customer_id)
order by p.row_number, e."timestamp", list_position(
    ['sent', 'delivered', 'opened', 'clicked', 'converted', 'bounced', 'complained', 'unsubscribed'], e.event), e.event_id, e.url, e.value, e.source;
