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
        _options = options with { Metrics = [options.Primary], Caps = new Dictionary<string, double>() };
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
    public bool HasWinner(long[][] draw) => Analyse(draw).Decision.Status == DecisionStatus.Winner;

    /// <summary>Whether the first treatment is called a winner.</summary>
    public bool IsWinner(long[][] draw)
    {
        var analysis = Analyse(draw);
        return analysis.Decision.Status == DecisionStatus.Winner && analysis.Comparisons.Any(c =>
            c.Segment == SegmentId.All.Value && c.Arm == _treatment.Value && c is { Significant: true, Reversal: false, AbsoluteDifference.CiLow: > 0 });
    }

    private ExperimentAnalysis Analyse(long[][] draw) => ExperimentAnalyzer.Analyze(new AnalysisInput
    {
        Experiment = _options,
        Source = EngagementSource.Imported,
        ArmsWereSent = true,
        Design = _design,
        Cells = [.. _segments.SelectMany((s, i) => _design.Segments[i].Arms.Select((a, arm) =>
            CellSummary.Rate(s.SegmentId, a.Arm, _options.Primary, draw[i][arm], s.Sizes[arm])))],
    });
}
