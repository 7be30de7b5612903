-- Counts and sums by segment and arm; integers and decimals, so that they are the same however the rows are split. Empty arms stay in.
select
    r.segment_id, r.arm, count(o.customer_id),
    coalesce(sum({value}), 0)::decimal(38, 2), coalesce(sum({value}::decimal(18, 2) * {value}::decimal(18, 2)), 0)::decimal(38, 4)
from arms r left join outcomes o using (segment_id, arm)
group by r.segment_id, r.arm
order by r.segment_id, r.arm <> 'control', r.arm;
