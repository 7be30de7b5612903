-- Nobody to segment: the table exists and is empty.
CREATE OR REPLACE TABLE segment_assignments (
    customer_id VARCHAR, segment_id VARCHAR, confidence DOUBLE, runner_up VARCHAR, reason VARCHAR
)
