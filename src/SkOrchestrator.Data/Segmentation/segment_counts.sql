-- Customers by segment and level; the level NULL is a missing value.
SELECT number, {level} AS level, count(*)
FROM segment_rows
GROUP BY number, level
ORDER BY number, level NULLS LAST
