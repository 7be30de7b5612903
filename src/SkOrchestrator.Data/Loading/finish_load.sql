-- What was wrong goes into the diagnostics; of the addresses only hashes are kept, in memory, for the suppression list.
insert into diagnostics
select $file, line, "column", code, value, expected, action from staging.main.problems;

drop table staging.main.problems;
drop table staging.main.customers;
alter table staging.main.addresses drop address;
