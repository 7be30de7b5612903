-- The nearest centroid and the second nearest for every customer; equal distances go to the lower number.
-- Confidence is second² / (first² + second²): 0.5 half-way between two centroids, 1 on a centroid. It is the membership of
-- fuzzy c-means with m = 2 among the two nearest centroids (Bezdek, Pattern Recognition with Fuzzy Objective Function Algorithms, 1981).
CREATE OR REPLACE TEMP TABLE segment_scores AS
WITH encoded AS (
    SELECT customer_id, {dimensions}
    FROM segment_input
),
distances AS (
    SELECT customer_id, {distances}
    FROM encoded
),
nearest AS (
    SELECT *, CASE least({all}) {which} END AS segment_group, least({all}) AS first_square
    FROM distances
),
runners_up AS (
    SELECT *, least({others}) AS second_square
    FROM nearest
)
SELECT
    customer_id,
    segment_group,
    CASE WHEN isinf(second_square) THEN NULL ELSE CASE second_square {which_other} END END AS runner_up,
    round(CASE
        WHEN isinf(second_square) THEN 1
        WHEN second_square = 0 THEN 0.5
        ELSE second_square / (first_square + second_square)
    END, 4) AS confidence,
    NULL::VARCHAR AS reason
FROM runners_up
