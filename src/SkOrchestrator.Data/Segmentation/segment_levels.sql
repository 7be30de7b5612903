-- The most frequent levels of a category among those that enough customers share.
SELECT level, count(*) AS customers
FROM (SELECT {field} AS level FROM segment_input)
WHERE level IS NOT NULL
GROUP BY level
HAVING count(*) >= {minimum}
ORDER BY customers DESC, level
LIMIT {limit}
