-- Number, group, size and mean confidence of the segments.
SELECT number, min(segment_group), count(*), (sum(CAST(confidence AS DECIMAL(9, 4))) / count(*))::DOUBLE
FROM segment_members
GROUP BY number
ORDER BY number
