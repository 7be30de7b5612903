-- Everyone in one group.
CREATE OR REPLACE TEMP TABLE segment_scores AS
SELECT customer_id, 0 AS segment_group, NULL::INTEGER AS runner_up, 1.0::DOUBLE AS confidence, NULL::VARCHAR AS reason
FROM segment_input
