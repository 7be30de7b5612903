-- Numbers the groups by size, largest first; groups of one size keep their order.
CREATE OR REPLACE TEMP TABLE segment_members AS
WITH sizes AS (
    SELECT segment_group, count(*) AS size
    FROM segment_scores
    GROUP BY segment_group
),
numbered AS (
    SELECT segment_group, row_number() OVER (ORDER BY size DESC, segment_group) AS number
    FROM sizes
)
SELECT
    scores.customer_id,
    scores.segment_group,
    own.number,
    next_best.number AS runner_up,
    scores.confidence,
    scores.reason
FROM segment_scores AS scores
JOIN numbered AS own ON own.segment_group = scores.segment_group
LEFT JOIN numbered AS next_best ON next_best.segment_group = scores.runner_up
