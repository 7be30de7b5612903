-- Values of yes-or-no columns that are neither. A missing value is fine; consent that can't be read is no consent.
insert into staging.main.problems
select row_number, line, "column", 'CSV012', shown(value), $expected, $action
from (unpivot (select row_number, line, {columns} from staging.main.customers) on {columns} into name "column" value value)
where truth_of(value) is null;
