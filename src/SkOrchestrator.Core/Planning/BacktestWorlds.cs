using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Planning;

/// <summary>The possible outcomes of one design on one past mail, and the analyser's judgement of each.</summary>
internal sealed class BacktestWorlds
{
    private const double Slack = 2;

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
    public bool HasWinner(long[][] draw) =>
        Enumerable.Range(1, _design.Segments[0].Arms.Count - 1).Any(arm => MayWin(draw, arm)) && IsDecidedAsWinner(Analyse(draw));

    /// <summary>Whether the first treatment is called a winner.</summary>
    public bool IsWinner(long[][] draw) => MayWin(draw, arm: 1) && Analyse(draw) is var analysis && IsDecidedAsWinner(analysis) && analysis.Comparisons.Any(c =>
        c.Segment == SegmentId.All.Value && c.Arm == _treatment.Value && c is { Significant: true, Reversal: false, AbsoluteDifference.CiLow: > 0 });

    /// <summary>
    /// Whether the arm is worth the whole analysis. Corrections only raise p-values, so an arm whose stratified test is far from significant can't win;
    /// where counts are so small that the analyser may take an exact test, nothing is ruled out.
    /// </summary>
    internal bool MayWin(long[][] draw, int arm)
    {
        Stratum[] strata = [.. _segments.Select((s, i) => new Stratum(new Proportion(draw[i][0], s.Sizes[0]), new Proportion(draw[i][arm], s.Sizes[arm])))];
        return !CochranMantelHaenszel.Test(strata).TryGet(out var test, out _)
            || test.PValue < Slack * _options.Alpha
            || CochranMantelHaenszel.MantelFleissMargin(strata) < TwoProportionTest.SmallestExpectedCount;
    }

    /// <summary>The judgement of a draw.</summary>
    internal ExperimentAnalysis Analyse(long[][] draw) => ExperimentAnalyzer.Analyze(new AnalysisInput
    {
        Experiment = _options,
        Source = EngagementSource.Imported,
        ArmsWereSent = true,
        Design = _design,
        Cells = [.. _segments.SelectMany((s, i) => _design.Segments[i].Arms.Select((a, arm) =>
            CellSummary.Rate(s.SegmentId, a.Arm, _options.Primary, draw[i][arm], s.Sizes[arm])))],
    });

    private static bool IsDecidedAsWinner(ExperimentAnalysis analysis) => analysis.Decision.Status == DecisionStatus.Winner;
}
