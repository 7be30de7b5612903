-- Working tables of segmentation; segment_assignments stays.
DROP TABLE IF EXISTS temp.segment_rows;
DROP TABLE IF EXISTS temp.segment_members;
DROP TABLE IF EXISTS temp.segment_scores;
DROP TABLE IF EXISTS temp.segment_input;
