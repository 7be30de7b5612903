-- Suppressions with what matching needs; an address is kept as its hash only. An end that can't be read never ends; a date ends with its day.
create or replace table staging.main.suppressions as
select
    customer_id,
    coalesce(lower(email_sha256), sha256(lower(nfc_normalize(email)))) as email_sha256,
    coalesce(lower(scope), 'all') in ('all', 'marketing', 'email') and coalesce(
        case
            when regexp_full_match("until", '\d{4}-\d\d-\d\d') then try_cast("until" as timestamptz) + interval 1 day
            else try_cast("until" as timestamptz)
        end > $send_at::timestamptz, true) as is_active
from staging.main.suppression_rows;
drop table staging.main.suppression_rows;

-- Earlier mails; a time that can't be read counts as recent.
create or replace table staging.main.contacts as
select customer_id, try_cast(sent_at as timestamptz)::timestamp as sent_at from staging.main.contact_rows;
drop table staging.main.contact_rows;
