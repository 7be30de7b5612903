-- Simulated engagement: what the declared rates say, and nothing else.
-- Each customer has one taste, which moves all own rates up or down around the arm's rate (the mean over customers is the rate itself),
-- and one draw, which all rates are compared with: whoever converts also clicks and opens, as long as the rates are ordered that way,
-- and the share of customers with each event is in expectation exactly the declared rate.
insert into events
with people as (
    select
        a.customer_id, md5($salt || c.unit) as chance, r.open_rate, r.click_rate, r.conversion_rate, r.order_value,
        $spread * (2 * uniform_of(chance || 'taste') - 1) as taste, uniform_of(chance || 'draw') as draw
    from assignments a join customers c using (customer_id) join staging.main.rates r using (arm)
),
decided as materialized (
    select
        *,
        draw < open_rate + taste * least(open_rate, 1 - open_rate) as opens,
        draw < click_rate + taste * least(click_rate, 1 - click_rate) as clicks,
        draw < conversion_rate + taste * least(conversion_rate, 1 - conversion_rate) as converts
    from people
),
-- seconds after sending: log-normal, most within hours, some after days, all inside the windows
active as (
    select *, least(14400 * exp(1.2 * normal_of(chance || 'open')), 0.90 * $shortest_window) as open_delay
    from decided where opens or clicks or converts
),
reached as materialized (
    select *, case when clicks or converts
        then least(open_delay + 300 * exp(normal_of(chance || 'click')), 0.95 * $shortest_window) end as click_delay
    from active
),
happened as (
    select customer_id, chance, 'sent' as event, 0.0 as delay, null as amount from decided
    union all
    select customer_id, chance, 'delivered', 1 + 59 * draw, null from decided
    union all
    select customer_id, chance, 'opened', open_delay, null from reached where opens
    union all
    select customer_id, chance, 'clicked', click_delay, null from reached where clicks
    union all
    -- a log-normal order value whose mean is the declared one
    select
        customer_id, chance, 'converted',
        least(click_delay + 7200 * exp(1.3 * normal_of(chance || 'convert')), 0.99 * $shortest_window),
        exp(ln(order_value) - $sigma * $sigma / 2 + $sigma * normal_of(chance || 'value'))
    from reached where converts
)
select
    customer_id, event, $sent_at::timestamp + to_seconds(round(delay)), 'simulated',
    round(amount, 2)::decimal(18, 2), case when amount is not null then $currency end, null,
    'sim-' || left(chance, 16) || '-' || event, false
from happened;
