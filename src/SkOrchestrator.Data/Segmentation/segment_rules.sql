-- The rule with the highest score wins; then the one nearer to its maximum, then the one that stands first in the file.
-- Confidence is the winner's score over its own and the runner-up's, 1 when no other rule fits, 0.5 in the fallback segment.
CREATE OR REPLACE TEMP TABLE segment_scores AS
WITH scores AS (
{scores}
),
ranked AS (
    SELECT *, row_number() OVER (PARTITION BY customer_id ORDER BY fits DESC, score DESC, share DESC, rule) AS position
    FROM scores
)
SELECT
    best.customer_id,
    CASE WHEN best.fits THEN best.rule ELSE {fallback} END AS segment_group,
    CASE WHEN best.fits AND next_best.fits THEN next_best.rule WHEN NOT best.fits AND best.score > 0 THEN best.rule END AS runner_up,
    CASE
        WHEN NOT best.fits THEN 0.5
        WHEN NOT coalesce(next_best.fits, FALSE) THEN 1
        WHEN best.score + next_best.score = 0 THEN 0.5
        ELSE round(best.score / (best.score + next_best.score), 4)
    END::DOUBLE AS confidence,
    CASE WHEN best.fits THEN coalesce(nullif(best.reason, ''), 'fits without any condition') ELSE 'fits no rule' END AS reason
FROM ranked AS best
LEFT JOIN ranked AS next_best ON next_best.customer_id = best.customer_id AND next_best.position = 2
WHERE best.position = 1
