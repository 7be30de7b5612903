-- Values of number columns that are not finite numbers. A missing value is fine.
insert into staging.main.problems
select row_number, line, "column", 'CSV011', shown(value), 'a finite number', 'rejected'
from (unpivot (select row_number, line, {columns} from staging.main.customers) on {columns} into name "column" value value)
where {measure}(value) is null;
