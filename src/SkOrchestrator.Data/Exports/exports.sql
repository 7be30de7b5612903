-- The rows of a run as files: the customers in file order, text cells inert, times in UTC. One statement a file.

-- diagnostics.csv
select inert(file) as file, line, inert("column") as "column", code, inert(value) as value, expected, action
from diagnostics
order by file, line nulls first, "column", code, value, expected, action;

-- segment_assignments.csv
select inert(s.customer_id) as customer_id, s.segment_id, s.confidence, nullif(s.runner_up, '') as runner_up, inert(s.reason) as reason
from segment_assignments s left join customers c using (customer_id)
order by c.row_number;

-- excluded.csv
select inert(e.customer_id) as customer_id, e.reason
from excluded e left join customers c using (customer_id)
order by c.row_number;

-- assignments.csv
select inert(a.customer_id) as customer_id, a.segment_id, a.arm, a.variant_id, iso_time(a.assigned_at) as assigned_at
from assignments a left join customers c using (customer_id)
order by c.row_number;

-- holdout.csv
select inert(h.customer_id) as customer_id, s.segment_id, iso_time(h.held_at) as held_at
from holdout h left join customers c using (customer_id) left join segment_assignments s using (customer_id)
order by c.row_number;

-- events.csv
select
    inert(e.customer_id) as customer_id, e.event, iso_time(e."timestamp") as "timestamp", e.source, e.value, e.currency,
    inert(e.url) as url, inert(e.event_id) as event_id, e.machine
from events e left join customers c using (customer_id)
order by c.row_number, e."timestamp", list_position(
    ['sent', 'delivered', 'opened', 'clicked', 'converted', 'bounced', 'complained', 'unsubscribed'], e.event), e.event_id;
