using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>
/// The arms in order of their chance to be the best, control among them, on counts pooled over the segments where all arms have customers: exact posteriors
/// with Beta(1, 1) priors (Scott 2010), computed by quadrature.
/// </summary>
internal sealed class RankingTable(AnalysisInput input, AnalysisTable table, string? whyNone)
{
    private readonly string _metric = input.Experiment.Primary;
    private readonly ArmId[] _arms = [.. table.PlannedTreatments.Prepend(table.Control)];

    /// <summary>The ranking on the primary metric; null where there is no experiment.</summary>
    public RankingResult? Build()
    {
        if (table.Segments.Count == 0)
        {
            return null;
        }

        if ((whyNone ?? table.WhyNotObserved(_metric) ?? (AaCheck.Is(input) ? AaCheck.NoLift : null)) is string why)
        {
            return None([], why);
        }

        if (table.IsNumeric(_metric))
        {
            return None([], $"{_metric} is a number per customer: a ranking would need to know how it is distributed; see the intervals of the comparisons");
        }

        SegmentId[] segments = [.. table.Segments.Where(s => _arms.All(a => table.Rate([s], [a], _metric).Trials > 0))];
        Proportion all = table.Rate(segments, _arms, _metric);
        return segments.Length == 0 ? None([], "no segment has customers in all arms")
            : all.Successes == 0 ? None(segments, "no events in any arm, so an order would rest on the prior alone")
            : all.Failures == 0 ? None(segments, "every customer of all arms had the event, so an order would rest on the prior alone")
            : Misleads(segments) is ArmId arm ? None(segments,
                $"arm sizes differ so much between segments that the pooled rates of {arm} and {table.Control} point the other way than the segments do")
            : Ranked(segments);
    }

    private RankingResult Ranked(SegmentId[] segments)
    {
        Proportion[] rates = [.. _arms.Select(a => table.Rate(segments, [a], _metric))];
        BetaPosterior[] posteriors = [.. rates.Select(r => new BetaPosterior(r))];
        var grid = new PosteriorGrid(posteriors);
        PosteriorValues[] values = [.. posteriors.Select(grid.Of)];
        IReadOnlyList<double> chances = ChanceToBeBest.Of(grid, values);
        IReadOnlyList<double> losses = ExpectedLoss.AgainstBest(grid, values);
        return Result(
            segments,
            Enumerable.Range(0, _arms.Length)
                .Select(i => new RankedArm(_arms[i].Value, rates[i].Rate, Numbers.Chance(chances[i]), Numbers.Finite(losses[i])))
                .OrderByDescending(a => a.ChanceToBeBest)
                .ThenBy(a => a.ExpectedLoss));
    }

    /// <summary>An arm whose pooled and stratified differences have opposite signs (Simpson 1951), or null.</summary>
    private ArmId? Misleads(SegmentId[] segments)
    {
        foreach (ArmId arm in _arms.Skip(1))
        {
            if (SignReversal.Occurs([.. segments.Select(s => table.Arms(s, [arm], _metric))]))
            {
                return arm;
            }
        }

        return null;
    }

    private RankingResult None(SegmentId[] segments, string why) => Result(segments, []) with { NotEstimable = why };

    private RankingResult Result(SegmentId[] segments, IEnumerable<RankedArm> arms) =>
        new(_metric, [.. segments.Select(s => s.Value)], segments.Length == 0 ? null : table.Share(segments), [.. arms]);
}
