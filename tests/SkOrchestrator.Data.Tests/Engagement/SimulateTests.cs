using System.Globalization;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Tests.Assignment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Tests.Engagement;

public sealed class SimulateTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Dictionary<string, TimeSpan> Windows = Metric.All.ToDictionary(metric => metric, _ => TimeSpan.FromDays(7));

    private static readonly SimulationOptions Options = new()
    {
        BaseRates = new Dictionary<string, double> { [Metric.OpenRate] = 0.30, [Metric.ClickRate] = 0.08, [Metric.ConversionRate] = 0.03 },
        RevenueMean = 62,
        RevenueSigma = 0.6,
        Spread = 0.3,
    };

    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    [Requirement("5.4")]
    public void Declared_rates_and_lifts_hold_and_nothing_else_differs_between_arms()
    {
        var lifts = new Dictionary<ArmId, IReadOnlyDictionary<string, double>>
        {
            [ArmId.Treatment(1)] = new Dictionary<string, double> { [Metric.ClickRate] = 50 },
            [ArmId.Treatment(2)] = new Dictionary<string, double> { [Metric.RevenuePerRecipient] = 40, [Metric.ConversionRate] = 20 },
        };
        Prepare(50_000, 1, 1, 1, 1);
        _run.Database.Simulate(Options with { DeclaredLiftPercent = lifts }, Windows, 7, At);

        foreach (var cell in _run.Database.Summarise(Metric.All, Windows))
        {
            var conversion = 0.03 * (cell.Arm == ArmId.Treatment(2) ? 1.2 : 1);
            var expected = cell.Metric switch
            {
                Metric.OpenRate => 0.30,
                Metric.ClickRate => cell.Arm == ArmId.Treatment(1) ? 0.12 : 0.08,
                Metric.ConversionRate => conversion,
                _ => 0.03 * 62 * (cell.Arm == ArmId.Treatment(2) ? 1.4 : 1),
            };
            var mean = cell.Sum / cell.Count;
            var error = Math.Sqrt(cell.SquaredDeviations / cell.Count / cell.Count);
            Assert.True(Math.Abs(mean - expected) < 4 * error, $"{cell.Arm} {cell.Metric}: {mean} instead of {expected} ± {error}");
        }
    }

    [Fact]
    public void The_spread_makes_customers_differ_but_leaves_the_mean()
    {
        Prepare(50_000, 1, 1);
        _run.Database.Simulate(Options with { Spread = 0.9, BaseRates = new Dictionary<string, double> { [Metric.OpenRate] = 0.9 } }, Windows, 7, At);
        var opened = _run.Database.Summarise([Metric.OpenRate], Windows).Sum(cell => cell.Sum);

        Assert.InRange(opened, 45_000 - (4 * 67.1), 45_000 + (4 * 67.1));
    }

    [Fact]
    [Requirement("5.4")]
    public void Events_of_a_customer_follow_each_other_inside_the_window()
    {
        Prepare(20_000, 1, 1);
        _run.Database.Simulate(Options, Windows, 7, At);

        Assert.Empty(_run.Rows(
            """
            with times as (pivot events on event in ('sent', 'delivered', 'opened', 'clicked', 'converted') using min("timestamp") group by customer_id)
            select * from times
            where delivered <= sent or opened < delivered or clicked < opened or converted < clicked
                or (clicked is not null and opened is null) or (converted is not null and clicked is null)
                or greatest(opened, clicked, converted) > sent + interval 7 days or sent is null or delivered is null
            """));
        var median = double.Parse(
            _run.Rows("""select median(epoch("timestamp") - epoch(timestamp '2026-09-01 08:00:00')) / 3600 from events where event = 'opened'""")[0],
            CultureInfo.InvariantCulture);
        Assert.InRange(median, 3, 5);
    }

    [Fact]
    public void Simulated_events_say_so_and_have_ids_of_their_own()
    {
        Prepare(500, 1, 1);
        _run.Database.Simulate(Options, Windows, 7, At, "GBP");

        Assert.Equal(["simulated|False"], _run.Rows("select distinct source, machine from events"));
        Assert.Empty(_run.Rows("select event_id from events group by all having count(*) > 1"));
        Assert.Equal(["converted|GBP"], _run.Rows("select distinct event, currency from events where value is not null"));
        Assert.Empty(_run.Rows("select * from events where url is not null or (event = 'converted' and value is null)"));
    }

    [Fact]
    public void The_same_seed_gives_the_same_events_and_another_seed_others()
    {
        var events = new List<IReadOnlyList<string>>();
        foreach (var seed in new[] { 7, 7, 8 })
        {
            using var run = new TestRun();
            Prepare(run, 2000, 1, 1, 1);
            run.Database.Simulate(Options, Windows, seed, At);
            events.Add(run.Rows("select * exclude (event_id) from events order by customer_id, event"));
        }

        Assert.Equal(events[0], events[1]);
        Assert.NotEqual(events[0], events[2]);
    }

    [Fact]
    public void The_holdout_is_sent_nothing()
    {
        _run.Load("customer_id\n" + string.Join('\n', Enumerable.Range(1, 300)));
        _run.Database.Exclude(new Data.Eligibility.EligibilityRules { ExperimentId = "autumn", SendAt = At, HoldoutShare = 0.3 });
        _run.Segment();
        _run.Database.Assign(Designs.Of(Designs.Segment("segment-1", 1, 1)), "autumn", 7, At);
        _run.Database.Simulate(Options, Windows, 7, At);

        Assert.NotEmpty(_run.Rows("select * from holdout"));
        Assert.Empty(_run.Rows("select * from events where customer_id in (select customer_id from holdout)"));
    }

    private void Prepare(int customers, params double[] weights) => Prepare(_run, customers, weights);

    private static void Prepare(TestRun run, int customers, params double[] weights)
    {
        run.Load("customer_id\n" + string.Join('\n', Enumerable.Range(1, customers)));
        run.Segment();
        run.Database.Assign(Designs.Of(Designs.Segment("segment-1", weights)), "autumn", 7, At);
    }
}
