-- Whoever is still there to be assigned and has no arm is in a segment, or an arm, without an approved message.
insert into excluded
select customer_id, 'no_approved_variant' from assignable where customer_id not in (select customer_id from assignments);
