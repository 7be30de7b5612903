-- Simulated engagement: what the declared rates say, and nothing else.
-- Each customer has one taste, which moves all own rates up or down around the arm's rate (the mean over customers is the rate itself),
-- and one draw, which all rates are compared with: whoever converts also clicks and opens, as long as the rates are ordered that way,
-- and the share of customers with each event is in expectation exactly the declared rate.
insert into events
with people as (
    select
        a.customer_id, c.unit, r.open_rate, r.click_rate, r.conversion_rate, r.order_value,
        $spread * (2 * uniform_of($salt || 'taste|' || c.unit) - 1) as taste, uniform_of($salt || 'draw|' || c.unit) as draw
    from assignments a join customers c using (customer_id) join staging.main.rates r using (arm)
),
decided as (
    select
        *,
        draw < open_rate + taste * least(open_rate, 1 - open_rate) as opens,
        draw < click_rate + taste * least(click_rate, 1 - click_rate) as clicks,
        draw < conversion_rate + taste * least(conversion_rate, 1 - conversion_rate) as converts,
        -- seconds after sending: log-normal, most within hours, some after days, all inside the windows
        least(14400 * exp(1.2 * normal_of($salt || 'open|' || unit)), 0.90 * $shortest_window) as open_delay,
        least(open_delay + 300 * exp(1.0 * normal_of($salt || 'click|' || unit)), 0.95 * $shortest_window) as click_delay,
        least(click_delay + 7200 * exp(1.3 * normal_of($salt || 'convert|' || unit)), 0.99 * $shortest_window) as convert_delay
    from people
),
happened as (
    select customer_id, unit, 'sent' as event, 0.0 as delay, null as amount from decided
    union all
    select customer_id, unit, 'delivered', 1 + 59 * uniform_of($salt || 'deliver|' || unit), null from decided
    union all
    select customer_id, unit, 'opened', open_delay, null from decided where opens
    union all
    select customer_id, unit, 'clicked', click_delay, null from decided where clicks
    union all
    -- a log-normal order value whose mean is the declared one
    select customer_id, unit, 'converted', convert_delay,
        exp(ln(order_value) - $sigma * $sigma / 2 + $sigma * normal_of($salt || 'value|' || unit))
    from decided where converts
)
select
    customer_id, event, $sent_at::timestamp + to_seconds(round(delay)), 'simulated',
    round(amount, 2)::decimal(18, 2), case when amount is not null then $currency end, null,
    'sim-' || left(md5($salt || event || '|' || unit), 16), false
from happened;
