-- Records by file and by what became of them; machine opens and clicks apart; the last column is what lies in the future.
select
    file, disposition, sum(records)::bigint,
    sum(by_address)::bigint, sum(simulated)::bigint, sum(machine_opens)::bigint, sum(machine_clicks)::bigint,
    sum(future)::bigint
from (
    select
        file, disposition, count(*) as records, count(*) filter (where by_address) as by_address,
        count(*) filter (where source = 'simulated') as simulated,
        count(*) filter (where machine and event = 'opened') as machine_opens, count(*) filter (where machine and event = 'clicked') as machine_clicks,
        count(*) filter (where "timestamp" > $now::timestamp) as future
    from imported
    group by file, disposition
    union all
    select file, disposition, records, 0, 0, 0, 0, 0 from tallies where disposition not in ('kept', 'unsubscribe_click')
)
where file >= $first_file
group by file, disposition;
