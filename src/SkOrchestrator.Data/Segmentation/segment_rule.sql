-- What one rule says of every customer; a condition that is NULL does not hold.
SELECT
    customer_id::VARCHAR AS customer_id,
    {number} AS rule,
    {score} AS score,
    ({score}) / {highest} AS share,
    ({score}) >= {minimum} AS fits,
    concat_ws('; ', {reasons}) AS reason
FROM eligible
