-- The encoded features of a repeatable sample: the order of the hashes does not depend on the order of the file.
SELECT {dimensions}
FROM segment_input
ORDER BY md5(customer_id || {salt}), customer_id
LIMIT {limit}
