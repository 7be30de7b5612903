-- Events that labels of the customer file stand for. The labels have no times: every event carries the time of sending.
insert into events
select
    a.customer_id, $event, $sent_at::timestamp, 'historical', {value}::decimal(18, 2),
    case when {value} is not null then $currency end, null, 'label-' || left(c.unit, 16) || '-' || $event, false
from assignments a join customers c using (customer_id)
where {condition};
