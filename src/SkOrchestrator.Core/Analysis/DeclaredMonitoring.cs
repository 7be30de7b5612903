using SkOrchestrator.Configuration;

namespace SkOrchestrator.Analysis;

/// <summary>
/// What a declared way of looking before the end takes from the last analysis. Several planned looks have spent a part of alpha by then, so that the last one
/// has its own bound (Lan and DeMets 1983), a little beyond the fixed one; and a result that may be looked at any time must hold in the confidence sequence.
/// A treatment that doesn't cross is not significant on the primary metric, whatever its p-value. Without looks, or with one, nothing changes.
/// </summary>
internal static class DeclaredMonitoring
{
    /// <summary>The comparisons, of which those on the primary metric are significant only if they cross the last bound as well.</summary>
    /// <param name="input">The analysis.</param>
    /// <param name="comparisons">Corrected comparisons.</param>
    /// <param name="monitoring">What monitoring says of the treatments, or null.</param>
    public static IReadOnlyList<Comparison> Hold(AnalysisInput input, IReadOnlyList<Comparison> comparisons, MonitoringResult? monitoring) =>
        !Binds(input.Experiment.Monitoring) || monitoring is null
            ? comparisons
            : [.. comparisons.Select(c => c.Significant && IsAsked(input, c) && !Crosses(c, monitoring) ? c with { Significant = false } : c)];

    /// <summary>Whether only the declared looks keep the treatment from being significant; asked where a verdict may be given.</summary>
    public static bool Holds(DecisionFacts f, Comparison c) =>
        Binds(f.Input.Experiment.Monitoring) && f.Monitoring is { } monitoring && c.PValueAdjusted < f.Input.Experiment.Alpha && !Crosses(c, monitoring);

    /// <summary>Why such a treatment is not significant.</summary>
    public static string Text(DecisionFacts f, Comparison c)
    {
        string below = $"{DecisionTexts.Describe(f, c)}: the p-value is below {Sentence.Number(f.Input.Experiment.Alpha)}, but";
        MonitoredArm? arm = f.Monitoring!.Arms.FirstOrDefault(a => a.Arm == c.Arm);
        return f.Input.Experiment.Monitoring.Method == MonitoringMethod.ConfidenceSequence
            ? $"{below} the declared confidence sequence does not leave out 0{(arm?.AlwaysValidPValue is double p ? $" (always-valid p {Sentence.P(p)})" : string.Empty)}, so this is no verdict."
            : $"{below} {Distance(arm)} at the last of {Sentence.Number(f.Input.Experiment.Monitoring.Looks)} declared looks, so this is no verdict.";
    }

    private static string Distance(MonitoredArm? arm) => arm is { Statistic: double z, Bound: double bound }
        ? Sentence.Of($"z {z:0.000} is not beyond the group-sequential bound of {bound:0.000}")
        : "the group-sequential bound is not crossed";

    private static bool Binds(MonitoringOptions options) =>
        options is { Method: MonitoringMethod.ConfidenceSequence } or { Method: MonitoringMethod.GroupSequential, Looks: > 1 };

    /// <summary>The treatments over all segments on the primary metric; any treatment is the same question where there is one treatment.</summary>
    private static bool IsAsked(AnalysisInput input, Comparison c) =>
        c.Metric == input.Experiment.Primary && ComparisonCorrection.Family(c) != ComparisonFamily.Segments;

    private static bool Crosses(Comparison c, MonitoringResult monitoring) =>
        ComparisonCorrection.Family(c) == ComparisonFamily.AnyTreatment
            ? monitoring.Arms is not [{ Crossed: false }]
            : monitoring.Arms.Any(a => a.Arm == c.Arm && a.Crossed);
}
