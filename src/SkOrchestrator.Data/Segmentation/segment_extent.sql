-- Count and extent of a number over all segmented customers.
SELECT count({value}), min({value}), max({value})
FROM segment_input
