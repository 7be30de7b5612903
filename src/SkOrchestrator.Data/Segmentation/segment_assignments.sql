-- One segment per eligible customer, with the runner-up and the reason in words.
CREATE OR REPLACE TABLE segment_assignments AS
SELECT
    members.customer_id,
    'segment-' || members.number AS segment_id,
    members.confidence::DOUBLE AS confidence,
    'segment-' || members.runner_up AS runner_up,
    coalesce(members.reason, CASE members.number {reasons} END)::VARCHAR AS reason
FROM segment_members AS members
JOIN segment_input AS input USING (customer_id)
ORDER BY members.customer_id
