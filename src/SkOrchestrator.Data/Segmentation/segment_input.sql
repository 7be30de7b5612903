-- The features of every eligible customer under plain names.
-- Numbers that are not finite count as missing, and so do empty texts.
CREATE OR REPLACE TEMP TABLE segment_input AS
SELECT customer_id::VARCHAR AS customer_id{columns}
FROM eligible
