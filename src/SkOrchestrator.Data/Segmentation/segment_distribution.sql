-- Extent and quartiles of a number by segment.
SELECT
    number,
    min({value}),
    quantile_cont({value}, 0.25),
    quantile_cont({value}, 0.50),
    quantile_cont({value}, 0.75),
    max({value})
FROM segment_rows
GROUP BY number
ORDER BY number
