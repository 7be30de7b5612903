-- Sums of u, u² and u³ with u = (value - minimum) / range, by segment and over all (segment NULL).
-- Decimals make the sums independent of the order in which threads add them.
SELECT
    number,
    count(u),
    coalesce(sum(CAST(u AS DECIMAL(18, 17))), 0)::DOUBLE,
    coalesce(sum(CAST(u * u AS DECIMAL(18, 17))), 0)::DOUBLE,
    coalesce(sum(CAST(u * u * u AS DECIMAL(18, 17))), 0)::DOUBLE
FROM (
    SELECT {segment} AS number, ({value} - {minimum}) / {range} AS u
    FROM {rows}
)
GROUP BY GROUPING SETS ((number), ())
ORDER BY number NULLS FIRST
