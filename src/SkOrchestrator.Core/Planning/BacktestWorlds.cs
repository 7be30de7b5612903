using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Planning;

/// <summary>The possible outcomes of one design on one past mail, and the analyser's judgement of each.</summary>
internal sealed class BacktestWorlds
{
    private readonly ExperimentOptions _options;
    private readonly IReadOnlyList<BacktestSegment> _segments;
    private readonly ExperimentDesign _design;
    private readonly ArmId _treatment;

    public BacktestWorlds(ExperimentOptions options, IReadOnlyList<BacktestSegment> segments)
    {
        _options = options with { Metrics = [options.Primary], Guardrails = new Dictionary<string, double>(), Caps = new Dictionary<string, double>() };
        _segments = segments;
        _design = PlannedDesign.Of(segments.Select(s => s.SegmentId), options);
        _treatment = PlannedDesign.Treatments(options)[0].Id;
    }

    /// <summary>Whether every segment's rate leaves room for the lift.</summary>
    public bool CanLift => _segments.All(s => s.Rate * (1 + (Backtest.LiftPercent / 100)) <= 1);

    /// <summary>Successes by segment and arm when the rows are put at random into the arms.</summary>
    public long[][] Draw(int replicate)
    {
        var sampler = new CountSampler(_options.Seed, replicate);
        return [.. _segments.Select(s => sampler.Split(s.Successes, s.Sizes))];
    }

    /// <summary>The same draw, with the lift in the first treatment: a failure turns into a success with chance lift · p / (1 − p), so that the rate is p · (1 + lift).</summary>
    public long[][] Lift(long[][] draw, int replicate)
    {
        var sampler = new CountSampler(_options.Seed, ~replicate);
        return [.. draw.Select((counts, i) =>
        {
            var (segment, lifted) = (_segments[i], counts.ToArray());
            var chance = segment.Successes == segment.Customers ? 0 : Backtest.LiftPercent / 100 * segment.Rate / (1 - segment.Rate);
            lifted[1] += sampler.Binomial(segment.Sizes[1] - counts[1], chance);
            return lifted;
        })];
    }

    /// <summary>Whether any winner is called.</summary>
    public bool HasWinner(long[][] draw) => Winners(draw).Any();

    /// <summary>Whether the first treatment is called a winner.</summary>
    public bool IsWinner(long[][] draw) => Winners(draw).Contains(_treatment.Value);

    /// <summary>What the analyser is given of a draw.</summary>
    internal AnalysisInput Input(long[][] draw) => new()
    {
        Experiment = _options,
        Source = EngagementSource.Imported,
        ArmsWereSent = true,
        Design = _design,
        Cells = [.. _segments.SelectMany((s, i) => _design.Segments[i].Arms.Select((a, arm) =>
            CellSummary.Rate(s.SegmentId, a.Arm, _options.Primary, draw[i][arm], s.Sizes[arm])))],
    };

    /// <summary>
    /// The treatments that the analyser's own comparison over all segments, correction and winner rule call better; nothing else of an analysis can stop
    /// them here, because the split is exact, guardrails were not observed and no plan is deviated from.
    /// </summary>
    private IEnumerable<string> Winners(long[][] draw)
    {
        var input = Input(draw);
        var overall = new ComparisonTable(input, new AnalysisTable(input)).Overall(whyNone: null);
        return new ComparisonCorrection(_options.Correction, _options.Alpha).Apply(overall, allowed: true)
            .Where(c => ComparisonCorrection.Family(c) == ComparisonFamily.Treatments && DecisionFacts.IsBetter(c))
            .Select(c => c.Arm);
    }
}
