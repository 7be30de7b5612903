-- The arm that each customer was really in.
insert into assignments
select e.customer_id, s.segment_id, a.arm, a.variant_id, $assigned_at::timestamp
from assignable e
    join segment_assignments s using (customer_id)
    join staging.main.arm_values v on v.value = e.{column}
    join arms a on a.segment_id = s.segment_id and a.arm = v.arm;

-- Customers without a value were not part of that test.
insert into excluded
select customer_id, 'not_sampled' from assignable where {column} is null;
