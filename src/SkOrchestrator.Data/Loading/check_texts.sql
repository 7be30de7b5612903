-- Addresses in columns that are not personal: the value is emptied, the row stays.
insert into staging.main.problems
select row_number, line, "column", 'CSV018', '(redacted)', 'no e-mail address; the value was emptied', 'repaired'
from (unpivot (select row_number, line, {columns} from staging.main.customers) on {columns} into name "column" value value)
where has_address(value);
