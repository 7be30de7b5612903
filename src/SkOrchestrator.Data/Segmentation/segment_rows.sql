-- The features beside the number of the segment; the profile is taken from here.
CREATE OR REPLACE TEMP TABLE segment_rows AS
SELECT members.number, input.*
FROM segment_input AS input
JOIN segment_members AS members USING (customer_id)
