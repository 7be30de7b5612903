-- When the last customer's window ends, and what share of the windows has passed on average.
select
    max(epoch(sent_at)) + $window,
    avg(greatest(0, least(1, ($as_of - epoch(sent_at)) / $window)) order by customer_id)
from mails;
