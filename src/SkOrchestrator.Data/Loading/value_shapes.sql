-- A first look at the columns without a described role: what the values of the first rows look like.
with levels as (
    select "column", value, count(*) as customers
    from (unpivot (select {columns} from staging.main.customers where row_number <= $rows) on {columns} into name "column" value value)
    group by all
)
select
    "column",
    sum(customers)::bigint as filled,
    (sum(customers) filter (where number_of(value) is not null))::bigint as numbers,
    (sum(customers) filter (where truth_of(value) is not null))::bigint as truths,
    (sum(customers) filter (where value like '%_@_%' or is_phone(value) or is_date(value) or is_identifier(value)))::bigint as personal,
    count(*) as different,
    (sum(customers) filter (where customers >= $minimum_group))::bigint as shared,
    -- codes: whole numbers of one length, of six digits or more
    (sum(customers) filter (where regexp_full_match(value, '[0-9]{6,}')))::bigint as codes,
    min(length(value)) = max(length(value)) as one_length
from levels
group by "column";
