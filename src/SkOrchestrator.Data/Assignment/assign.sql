-- Stratified random assignment: inside each segment the customers stand in the order of a hash, and each arm takes the next ones.
insert into assignments
with lined_up as (
    select
        e.customer_id, s.segment_id,
        row_number() over (partition by s.segment_id order by md5_number_lower($salt || e.unit), e.unit) as place
    from assignable e join segment_assignments s using (customer_id)
)
select l.customer_id, l.segment_id, q.arm, q.variant_id, $assigned_at::timestamp
from lined_up l join staging.main.quotas q
    on q.segment_id = l.segment_id and l.place > q.places_before and l.place <= q.places_before + q.places;
