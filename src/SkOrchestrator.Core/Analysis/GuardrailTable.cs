using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>
/// The rates that must not get worse: for each treatment the difference to control over all segments with its score interval, held against the declared
/// margin. Not corrected for multiplicity, so that harm is rather seen too often than missed. Complaints have a hard limit besides, control included.
/// </summary>
internal sealed class GuardrailTable(AnalysisInput input, AnalysisTable table)
{
    private const string ControlItself = "control is not compared with itself; its rate is held against the limit";

    /// <summary>One row per rate that was observed and treatment, and one for control where it reaches the limit of complaints.</summary>
    public IReadOnlyList<GuardrailResult> Build() =>
        [.. Metric.Guardrails.Concat(input.Experiment.Guardrails.Keys).Distinct().Where(IsObserved).SelectMany(Of)];

    /// <summary>Declared rates that nothing was observed of.</summary>
    public IReadOnlyList<string> NotObserved => [.. input.Experiment.Guardrails.Keys.Where(m => !IsObserved(m))];

    private bool IsObserved(string metric) =>
        input.Source != EngagementSource.None && table.WhyNotObserved(metric) is null &&
        input.Cells.Any(c => c.Metric == metric && c.Count > 0 && table.Has(c.SegmentId, c.Arm));

    private IEnumerable<GuardrailResult> Of(string metric)
    {
        double? margin = input.Experiment.Guardrails.TryGetValue(metric, out double declared) ? declared : null;
        foreach (ArmId arm in table.PlannedTreatments)
        {
            bool stops = ReachesLimit(metric, arm);
            if (margin is not null || stops)
            {
                GuardrailResult row = Compare(metric, arm, margin ?? input.Experiment.ComplaintStop);
                yield return stops ? row with { Outcome = GuardrailOutcome.Stop, Passed = false } : row;
            }
        }

        if (ReachesLimit(metric, input.Control))
        {
            Proportion rate = Rate(metric, input.Control);
            yield return new(metric, input.Control.Value, null, null, margin ?? input.Experiment.ComplaintStop, false)
            {
                Outcome = GuardrailOutcome.Stop,
                Events = rate.Successes,
                Customers = rate.Trials,
                Rate = rate.Rate,
                ControlRate = rate.Rate,
                NotEstimable = ControlItself,
            };
        }
    }

    private GuardrailResult Compare(string metric, ArmId arm, double margin)
    {
        Estimated<EffectEstimate> difference =
            StratifiedScoreInterval.Of([.. table.SegmentsWith([arm]).Select(s => table.Arms(s, [arm], metric))], 1 - input.Experiment.Alpha);
        EffectEstimate? estimate = difference.OrNull();
        Proportion rate = Rate(metric, arm);
        Proportion control = Rate(metric, input.Control);
        double? low = Numbers.Finite(estimate?.Interval?.Low);
        double? high = Numbers.Finite(estimate?.Interval?.High);
        string outcome = Outcome(low, high, margin);
        return new(metric, arm.Value, Numbers.Finite(estimate?.Estimate), high, margin, outcome == GuardrailOutcome.Passed)
        {
            CiLow = low,
            Events = rate.Successes,
            Customers = rate.Trials,
            Rate = rate.Trials > 0 ? rate.Rate : null,
            ControlRate = control.Trials > 0 ? control.Rate : null,
            Outcome = outcome,
            NotEstimable = difference.WhyNot,
        };
    }

    /// <summary>What the declared margin tolerates passes, though it be worse beyond chance.</summary>
    private static string Outcome(double? low, double? high, double margin) =>
        high < margin ? GuardrailOutcome.Passed
        : low > margin ? GuardrailOutcome.Harm
        : low > 0 ? GuardrailOutcome.Worse
        : GuardrailOutcome.Unclear;

    private bool ReachesLimit(string metric, ArmId arm) =>
        metric == Metric.ComplaintRate && Rate(metric, arm) is { Successes: > 0 } rate && rate.Rate >= input.Experiment.ComplaintStop;

    private Proportion Rate(string metric, ArmId arm) => table.Rate(table.Segments, [arm], metric);
}
