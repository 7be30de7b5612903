-- Customers by arm who got as far as each stage; stages that no event up to $as_of was imported of are left out.
with marks as (
    select distinct
        customer_id,
        case when event = 'opened' then 'machine_opened' else event end as stage
    from events
    where "timestamp" <= $as_of::timestamp and (event in ('sent', 'delivered', 'bounced') or (event = 'opened' and machine))
)
select s.stage, r.segment_id, r.arm, count(m.customer_id)
from (select distinct stage from marks) s
cross join arms r
left join assignments a on a.segment_id = r.segment_id and a.arm = r.arm
left join marks m on m.customer_id = a.customer_id and m.stage = s.stage
group by s.stage, r.segment_id, r.arm
order by list_position(['sent', 'delivered', 'bounced', 'machine_opened'], s.stage), r.segment_id, r.arm <> 'control', r.arm;
