-- The segments all of whose customers fit an audience; a condition that is NULL does not hold.
SELECT members.number
FROM (SELECT customer_id::VARCHAR AS id, coalesce(({condition}), FALSE) AS fits FROM eligible) AS audience
JOIN segment_members AS members ON members.customer_id = audience.id
GROUP BY members.number
HAVING bool_and(audience.fits)
ORDER BY members.number
