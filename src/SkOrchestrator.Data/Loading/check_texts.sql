-- Addresses in columns that are not personal: the value is emptied, the row stays.
insert into staging.main.problems
select row_number, line, "column", 'CSV018', '(redacted)', 'no e-mail address; the value was emptied', 'repaired'
from (unpivot (select row_number, line, {columns} from staging.main.customers) on {columns} into name "column" value value)
where has_address(value);

-- Texts that are longer than a category can be, or hold characters that nobody sees: one line a column.
insert into staging.main.problems
select null, min(line), "column", 'CSV024', count(*) || if(count(*) = 1, ' value', ' values'), 'at most 100 characters; the rest was cut off', 'repaired'
from (unpivot (select row_number, line, {columns} from staging.main.customers) on {columns} into name "column" value value)
where length(value) > 100
group by "column";

insert into staging.main.problems
select null, min(line), "column", 'CSV025', count(*) || if(count(*) = 1, ' value', ' values'), 'no control characters; they were replaced', 'repaired'
from (unpivot (select row_number, line, {columns} from staging.main.customers) on {columns} into name "column" value value)
where has_controls(translate(value, chr(9) || chr(10) || chr(13), '   ')) -- a line break inside a text is nothing to report
group by "column";
