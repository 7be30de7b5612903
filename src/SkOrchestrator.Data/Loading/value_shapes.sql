-- A first look at the columns without a described role: what the values of the first rows look like.
select
    "column",
    count(value) as filled,
    count(number_of(value)) as numbers,
    count(truth_of(value)) as truths,
    count(*) filter (where value like '%_@_%') as addresses,
    count(distinct value) as different
from (unpivot (select {columns} from staging.main.customers where row_number <= $rows) on {columns} into name "column" value value)
group by "column";
