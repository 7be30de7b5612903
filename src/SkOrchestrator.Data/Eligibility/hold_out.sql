-- The holdout has a salt of its own that outlives the experiment: who is held out stays held out from campaign to campaign.
insert into holdout
select customer_id, $held_at::timestamp
from customers
where customer_id not in (select customer_id from excluded) and uniform_of('holdout|' || unit) < $share;
