using SkOrchestrator.Configuration;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Planning;

/// <summary>
/// Randomises a past mail again, many times, with the planned design, and has the rules of the analyser decide each time (a randomisation test of the whole design;
/// Fisher 1935). All customers got the same mail, so every winner is a false one. Then one treatment gets a known lift, and a winner is a find.
/// </summary>
public static class Backtest
{
    /// <summary>How often the past mail is randomised again.</summary>
    public const int Replicates = 1000;

    /// <summary>The lift that is looked for, in percent.</summary>
    public const double LiftPercent = 10;

    private const double Confidence = 0.95;

    /// <summary>Tries the design on a past mail.</summary>
    /// <param name="options">The experiment; its primary metric is decided on.</param>
    /// <param name="segments">The segments of the past mail; those without customers are left out.</param>
    /// <param name="replicates">How often to randomise again.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static BacktestResult Run(
        ExperimentOptions options, IReadOnlyList<BacktestSegment> segments, int replicates = Replicates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(segments);
        List<BacktestSegment> used = [.. segments.Where(s => s.Customers > 0)];
        var result = Empty(options, used, replicates);
        if (Metric.IsNumeric(options.Primary))
        {
            return result with
            {
                Rate = null,
                NotEstimable = $"a backtest of {options.Primary} would have to draw every customer again, which is not built: choose click_rate or conversion_rate as primary metric for it",
            };
        }

        if (used.Sum(s => s.Successes) is var successes && (successes == 0 || successes == used.Sum(s => s.Customers)))
        {
            return result with { NotEstimable = $"{(successes == 0 ? "nobody" : "everybody")} in the past file has a {options.Primary} event" };
        }

        var worlds = new BacktestWorlds(options, used);
        var falseWinners = new bool[replicates];
        var found = new bool[replicates];
        Parallel.For(0, replicates, new ParallelOptions { CancellationToken = cancellationToken }, i =>
        {
            var draw = worlds.Draw(i);
            falseWinners[i] = worlds.HasWinner(draw);
            found[i] = worlds.CanLift && worlds.IsWinner(worlds.Lift(draw, i));
        });
        return result with
        {
            FalseWinners = Share(falseWinners),
            Found = worlds.CanLift ? Share(found) : null,
            ControlCost = CostOfControl(used),
            NotEstimable = worlds.CanLift ? null : "a segment's rate is so high that the lift would raise it above 1",
        };
    }

    private static BacktestResult Empty(ExperimentOptions options, List<BacktestSegment> segments, int replicates) => new()
    {
        Metric = options.Primary,
        Replicates = replicates,
        Seed = options.Seed,
        Customers = segments.Sum(s => s.Customers),
        Segments = segments.Count,
        Rate = segments.Count == 0 ? null : (double)segments.Sum(s => s.Successes) / segments.Sum(s => s.Customers),
        Alpha = options.Alpha,
        LiftPercent = LiftPercent,
        Treatment = PlannedDesign.Treatments(options)[0].Id.Value,
        Method = "Inside each segment the successes of the past mail are shared out over the arms by the multivariate hypergeometric law, which is exactly what "
            + "putting its rows at random into the arms again does; every draw is judged by the comparison over all segments, the correction and the winner rule of the analyser. The lift turns failures of one treatment "
            + "into successes, each with the same chance.",
    };

    private static BacktestShare Share(bool[] outcomes)
    {
        var count = outcomes.Count(o => o);
        var interval = WilsonInterval.Of(new Proportion(count, outcomes.Length), Confidence).OrNull()!;
        return new BacktestShare(count, (double)count / outcomes.Length, interval.Low, interval.High);
    }

    private static ControlCost CostOfControl(List<BacktestSegment> segments)
    {
        var control = segments.Sum(s => s.Sizes[0]);
        var foregone = segments.Sum(s => s.Sizes[0] * s.Rate * LiftPercent / 100);
        return new ControlCost(control, foregone, foregone / control, foregone / segments.Sum(s => s.Customers));
    }
}
