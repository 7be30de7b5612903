-- A column over the assigned customers who have a value; decimals, so that the sums are the same however the rows are split.
with known as (
    select try_cast(c.{column} as decimal(18, 4)) as value
    from assignments a join customers c using (customer_id)
)
select
    count(value), coalesce(sum(value), 0)::decimal(38, 4), coalesce(sum(value * value), 0)::decimal(38, 8),
    coalesce(min(value), 0)::decimal(18, 4), coalesce(max(value), 0)::decimal(18, 4)
from known;
