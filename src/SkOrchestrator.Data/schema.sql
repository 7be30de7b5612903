-- The tables of a run. All exist from the start, so that a run that stops early still exports files with a header.
create table diagnostics(file varchar, line bigint, "column" varchar, code varchar, value varchar, expected varchar, action varchar);
create table customers(row_number bigint, customer_id varchar, unit varchar, address_key varchar, address_state varchar);
create table excluded(customer_id varchar, reason varchar);
create table holdout(customer_id varchar, held_at timestamp);
create table segment_assignments(customer_id varchar, segment_id varchar, confidence double, runner_up varchar, reason varchar);
create table arms(segment_id varchar, arm varchar, variant_id varchar, weight double);
create table assignments(customer_id varchar, segment_id varchar, arm varchar, variant_id varchar, assigned_at timestamp);
create table events(
    customer_id varchar, event varchar, "timestamp" timestamp, source varchar, value decimal(18, 2), currency varchar, url varchar,
    event_id varchar, machine boolean);
-- Who may be mailed; held-out customers are among them and get a segment like the others, but no arm.
create view eligible as
    select * from customers where customer_id not in (select customer_id from excluded);
create view assignable as
    select * from eligible where customer_id not in (select customer_id from holdout);

-- Words shared by the steps; they live as long as the connection.
-- A finite number, or null.
create temp macro number_of(text) as
    case when isfinite(try_cast(text as double)) and not contains(text, '_') then try_cast(text as double) end;
-- Yes or no, or null.
create temp macro truth_of(text) as
    case when lower(text) in ('yes', 'y', 'true', 't', '1', '1.0') then true when lower(text) in ('no', 'n', 'false', 'f', '0', '0.0') then false end;
-- An outcome: a number, or 1 for yes and 0 for no.
create temp macro outcome_of(text) as coalesce(number_of(text), truth_of(text)::int::double);
-- A uniform number in [0, 1) from the top 53 bits of a hash that is the same on every version.
create temp macro uniform_of(text) as (md5_number_lower(text) >> 11)::double / 9007199254740992.0;
-- A standard normal number from two uniform ones (Box and Muller).
create temp macro normal_of(text) as sqrt(-2 * ln(1 - uniform_of(text || '|r'))) * cos(2 * pi() * uniform_of(text || '|a'));
-- Whether every one of the answers is yes; a missing answer is a no.
create temp macro all_yes(answers) as len(list_filter(answers, lambda answer : answer is true)) = len(answers);
-- Whether an e-mail address stands in the text.
create temp macro has_address(text) as contains(text, '@') and regexp_matches(text, '[^\s@]@[^\s@]+\.[^\s@]');
-- Whether a text looks like a telephone or account number: a whole number of nine digits or more, digits behind + or 0, or groups of digits.
create temp macro is_phone(text) as
    (abs(number_of(text)) >= 1e8 and number_of(text) = floor(number_of(text)))
    or (length(regexp_replace(text, '[^0-9]', '', 'g')) >= 7 and (
        regexp_full_match(text, '(\+|\(?0)[0-9 ()/-]+')
        or regexp_full_match(text, '[+(]?[0-9]{1,4}\)?([ ./()-]+[0-9]{2,5}){2,}')));
-- Whether it looks like a date: three groups of digits, a month in words between day and year, or yyyymmdd.
create temp macro is_date(text) as
    regexp_full_match(text, '([0-9]{1,2}[-/. ]+[0-9]{1,2}[-/. ]+[0-9]{2,4}|[0-9]{4}[-/. ]+[0-9]{1,2}[-/. ]+[0-9]{1,2})([ T].*)?')
    or regexp_full_match(text, '[0-9]{1,2}(st|nd|rd|th)?[-. ]+\p{L}{3,}[-. ,]+[0-9]{2,4}|\p{L}{3,}[. ]+[0-9]{1,2}(st|nd|rd|th)?[ ,]+[0-9]{4}')
    or (regexp_full_match(text, '(19|20)[0-9]{6}(\.0)?') and try_strptime(left(text, 8), '%Y%m%d') is not null);
-- Whether it looks like another mark of one person or one machine: an account, an internet address, a UUID, a long code.
create temp macro is_identifier(text) as regexp_full_match(
    text, '[A-Za-z]{2}[0-9]{2}( ?[A-Za-z0-9]{4}){2,}( ?[A-Za-z0-9]{1,4})?|[0-9]{1,3}(\.[0-9]{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*|[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|[0-9A-Fa-f]{32,}');
-- Whether control characters, or ones that turn the direction of writing round, stand in the text.
create temp macro has_controls(text) as regexp_matches(text, '[\p{Cc}\x{061C}\x{200E}\x{200F}\x{2028}-\x{202E}\x{2066}-\x{2069}\x{FEFF}]');
-- The text without them, at most 100 characters long.
create temp macro plain(text) as nullif(trim(left(
    regexp_replace(text, '[\p{Cc}\x{061C}\x{200E}\x{200F}\x{2028}-\x{202E}\x{2066}-\x{2069}\x{FEFF}]+', ' ', 'g'), 100)), '');
-- What a diagnostic may show of a value: nothing that looks personal, never more than 40 characters.
create temp macro shown(text) as
    case when contains(text, '@') or is_phone(text) or is_date(text) or is_identifier(text) then '(redacted)' else left(plain(text), 40) end;
-- A text cell that a spreadsheet does not run.
create temp macro inert(text) as nullif(case when regexp_matches(text, '^[=+\-@\t\r]') then '''' || text else text end, '');
-- An address as it is compared, and the keyed hash that stands for it: a run keeps nothing else of an address.
create temp macro normal_address(text) as lower(nfc_normalize(text));
create temp macro address_key_of(key, address) as sha256(key || '|address|' || address);
create temp macro iso_time(moment) as strftime(moment, '%Y-%m-%dT%H:%M:%SZ');
