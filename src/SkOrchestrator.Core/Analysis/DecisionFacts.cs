using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Analysis;

/// <summary>What the rules of the decision look at.</summary>
internal sealed record DecisionFacts
{
    /// <summary>Settings, source and plan.</summary>
    public required AnalysisInput Input { get; init; }

    /// <summary>Why nothing can be estimated at all, or null.</summary>
    public required string? WhyNone { get; init; }

    /// <summary>Why nothing was observed of the primary metric, or null.</summary>
    public required string? WhyNoPrimary { get; init; }

    /// <summary>The sample-ratio check.</summary>
    public required SampleRatioResult SampleRatio { get; init; }

    /// <summary>The guardrails.</summary>
    public required IReadOnlyList<GuardrailResult> Guardrails { get; init; }

    /// <summary>The treatments on the primary metric, over all segments.</summary>
    public required IReadOnlyList<Comparison> Treatments { get; init; }

    /// <summary>The same treatments on the primary metric, in the segments of all breakdowns.</summary>
    public required IReadOnlyList<Comparison> InSegments { get; init; }

    /// <summary>Whether effects differ between segments.</summary>
    public required IReadOnlyList<HeterogeneityResult> Heterogeneity { get; init; }

    /// <summary>What the sample could show on the primary metric.</summary>
    public required PowerResult Power { get; init; }

    /// <summary>The sizes needed and there, as a sentence with a space before it; empty where no size is known, or a lift of 10 % would be found.</summary>
    public required string Sizes { get; init; }

    /// <summary>Monitoring, or null.</summary>
    public required MonitoringResult? Monitoring { get; init; }

    /// <summary>Number of segments in the experiment.</summary>
    public required int Segments { get; init; }

    /// <summary>Gathers the facts.</summary>
    public static DecisionFacts Of(
        AnalysisInput input,
        AnalysisTable table,
        SampleRatioResult sampleRatio,
        IReadOnlyList<GuardrailResult> guardrails,
        IReadOnlyList<Comparison> comparisons,
        IReadOnlyList<HeterogeneityResult> heterogeneity,
        IReadOnlyList<PowerResult> power,
        PowerTable powerTable,
        MonitoringResult? monitoring,
        string? whyNone) => new()
        {
            Input = input,
            WhyNone = whyNone,
            WhyNoPrimary = table.WhyNotObserved(input.Experiment.Primary),
            SampleRatio = sampleRatio,
            Guardrails = guardrails,
            Treatments = OfPrimary(input, table, comparisons, ComparisonFamily.Treatments),
            InSegments = OfPrimary(input, table, comparisons, ComparisonFamily.Segments),
            Heterogeneity = heterogeneity,
            Power = power.First(p => p.Metric == input.Experiment.Primary),
            Sizes = power.First(p => p.Metric == input.Experiment.Primary) is var primary && PowerTable.IsSmall(primary)
                ? Sentence.Of($" A lift of {PowerTable.ReferenceLiftPercent:0} % needs about {primary.NeededPerArm:N0} customers {powerTable.Unit}; {powerTable.Present(string.Empty)}.")
                : string.Empty,
            Monitoring = monitoring,
            Segments = table.Segments.Count,
        };

    /// <summary>The primary metric.</summary>
    public string Primary => Input.Experiment.Primary;

    /// <summary>Whether the primary metric is a number per customer.</summary>
    public bool PrimaryIsNumeric => Input.NumericMetrics.Contains(Primary);

    /// <summary>Whether the p-values of the treatments are corrected for their number.</summary>
    public bool IsCorrected => Input.Experiment.Correction != CorrectionMethod.None && Treatments.Count(c => c.PValue is not null) > 1;

    /// <summary>Whether engagement was drawn from a rate table.</summary>
    public bool IsSimulated => Input.Source == EngagementSource.Simulated;

    /// <summary>Whether all customers got the same mail and the arms were drawn afterwards.</summary>
    public bool IsAaCheck => AaCheck.Is(Input);

    /// <summary>Guardrails that say stop; not those of arms that were never sent.</summary>
    public IEnumerable<GuardrailResult> Stops =>
        IsSimulated || IsAaCheck ? [] : Guardrails.Where(g => g.Outcome is GuardrailOutcome.Stop or GuardrailOutcome.Harm);

    /// <summary>Whether some window is still open.</summary>
    public bool WindowIsOpen => Input.Window is { IsOpen: true };

    /// <summary>Whether the primary metric is the open rate and nobody allowed that.</summary>
    public bool RestsOnOpens => Primary == Metric.OpenRate && !Input.Experiment.AllowOpenPrimary;

    /// <summary>Whether nothing forbids a verdict: harm, missing data, arms that were never sent, a broken split, an open window.</summary>
    public bool CanConclude =>
        !IsSimulated && !IsAaCheck && WhyNone is null && WhyNoPrimary is null && !Stops.Any() && !SampleRatio.Mismatch && !WindowIsOpen;

    /// <summary>Whether a verdict may be given: it can be drawn, rests on a sound metric and on the plan that was locked, if there was one.</summary>
    public bool MayConclude => CanConclude && !RestsOnOpens;

    /// <summary>Whether the analysis deviates from the locked plan.</summary>
    public bool IsExploratory => Input.Plan is { Deviations.Count: > 0 };

    /// <summary>Treatments that meet all conditions of a winner, the largest lift first.</summary>
    public IReadOnlyList<Comparison> Better =>
        [.. Treatments.Where(c => IsBetter(c) && Spoiled(c).Count == 0).OrderByDescending(c => c.RelativeLiftPercent?.Estimate ?? double.NegativeInfinity)];

    /// <summary>Treatments whose p-value is small enough, but that don't cross the last bound of the declared looks.</summary>
    public IEnumerable<Comparison> Held => Treatments.Where(c => DeclaredMonitoring.Holds(this, c));

    /// <summary>Whether the verdict is a winner.</summary>
    public bool HasWinner => MayConclude && !IsExploratory && Better.Count > 0;

    /// <summary>Whether the smallest effect of interest is declared and every treatment's interval of the lift lies inside it.</summary>
    public bool AllWithinSmallestEffect => Input.Experiment.SmallestEffectPercent is double smallest && Treatments.Count > 0 &&
        Treatments.All(c => c.RelativeLiftPercent is { CiLow: double low, CiHigh: double high } && low > -smallest && high < smallest);

    /// <summary>Segments where a treatment is worse beyond chance, corrected by Benjamini–Hochberg as the exploratory comparisons are.</summary>
    public IReadOnlyList<Comparison> WorseSegments(Comparison c) =>
        [.. InSegments.Where(s => s.Arm == c.Arm && s is { Significant: true, AbsoluteDifference.Estimate: < 0 })];

    /// <summary>The smallest p-value, by breakdown, that the effect of a treatment differs between segments; null where there is no test.</summary>
    public double? HeterogeneityOf(Comparison c)
    {
        HeterogeneityResult[] tests = [.. Heterogeneity.Where(h => h.Metric == Primary && h.PValueAdjusted is not null)];
        return tests.Any(h => h.Arm == c.Arm)
            ? tests.Where(h => h.Arm == c.Arm).Min(h => h.PValueAdjusted)
            : Treatments.Count == 1 ? tests.Where(h => h.Arm == ArmId.AnyTreatment.Value && h.Test != EffectDifferences.OfAllArms).Min(h => h.PValueAdjusted)
            : null;
    }

    /// <summary>Whether the effect of a treatment is shown to differ between segments.</summary>
    public bool Differs(Comparison c) => HeterogeneityOf(c) < Input.Experiment.Alpha;

    /// <summary>Whether a treatment is better beyond chance, whatever the guardrails say.</summary>
    public static bool IsBetter(Comparison c) => c is { Significant: true, Reversal: false, AbsoluteDifference.CiLow: > 0 };

    /// <summary>Whether a treatment is worse beyond chance.</summary>
    public static bool IsWorse(Comparison c) => c is { Significant: true, AbsoluteDifference.CiHigh: < 0 };

    /// <summary>Guardrails that got worse with a treatment.</summary>
    public IReadOnlyList<GuardrailResult> Spoiled(Comparison c) =>
        [.. Guardrails.Where(g => g.Arm == c.Arm && g.Outcome is GuardrailOutcome.Worse or GuardrailOutcome.Harm or GuardrailOutcome.Stop)];

    private static IReadOnlyList<Comparison> OfPrimary(AnalysisInput input, AnalysisTable table, IReadOnlyList<Comparison> comparisons, ComparisonFamily family) =>
    [
        .. from c in comparisons
           where c.Metric == input.Experiment.Primary && ComparisonCorrection.Family(c) == family && table.PlannedTreatments.Contains(ArmId.From(c.Arm))
           select c,
    ];
}
