-- The same event twice: the first one counts.
update imported set disposition = 'duplicate'
where rowid in (
    select rowid from imported
    where disposition in ('kept', 'unsubscribe_click')
    qualify row_number() over (partition by customer_id, event, event_mark order by file, record) > 1);

-- Links that no reader follows so fast: several different ones within seconds of each other, or two within seconds of delivery.
create or replace temp table scans as
with clicks as (
    select rowid as click, customer_id, epoch("timestamp") as moment, link
    from imported
    where event = 'clicked' and disposition in ('kept', 'unsubscribe_click')
),
several as (
    select * from clicks where customer_id in (select customer_id from clicks group by customer_id having count(distinct link) > 1)
),
starts as (
    select
        *,
        count(distinct link) over (partition by customer_id order by moment range between current row and $scanner_seconds following) >= $scanner_links
            as starts_burst
    from several
),
bursts as (
    select click
    from starts
    qualify bool_or(starts_burst) over (partition by customer_id order by moment range between $scanner_seconds preceding and current row)
),
deliveries as (
    select customer_id, min(epoch("timestamp")) as moment from imported where event = 'delivered' and disposition = 'kept' group by customer_id
),
rushed as (
    select s.click
    from several s join deliveries d on d.customer_id = s.customer_id and s.moment between d.moment and d.moment + $delivery_seconds
    qualify count(distinct s.link) over (partition by s.customer_id) > 1
)
select click from bursts union select click from rushed;

update imported set machine = true where rowid in (select click from scans);
drop table scans;
