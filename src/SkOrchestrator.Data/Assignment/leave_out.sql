-- Whoever is still eligible and has no arm is in a segment, or an arm, without an approved message.
insert into excluded
select customer_id, 'no_approved_variant' from eligible where customer_id not in (select customer_id from assignments);
