-- Fails unless the condition holds or not for every customer.
SELECT count(*) FROM eligible WHERE ({condition})
