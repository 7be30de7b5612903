using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>What a reader of the numbers must know: too small a sample, which correction, what is exploratory, what was left out.</summary>
internal sealed class AnalysisNotes(AnalysisInput input, AnalysisTable table, PowerTable powerTable)
{
    private const double SmallestMargin = 5;

    /// <summary>The notes, warnings first.</summary>
    /// <param name="comparisons">All comparisons.</param>
    /// <param name="power">What the sample could show.</param>
    /// <param name="facts">What the decision looked at.</param>
    /// <param name="unobserved">Declared guardrails that nothing was observed of.</param>
    public IReadOnlyList<string> Build(
        IReadOnlyList<Comparison> comparisons, IReadOnlyList<PowerResult> power, DecisionFacts facts, IReadOnlyList<string> unobserved)
    {
        var health = new HealthNotes(facts, table);
        return
        [
            .. SampleSize(power.First(p => p.Metric == input.Experiment.Primary)),
            .. health.SampleRatio(),
            .. table.Metrics.Where(m => table.WhyNotObserved(m) is not null).Select(m => $"{m} is not known: {table.WhyNotObserved(m)}."),
            .. Coverage(comparisons),
            .. FewEvents(comparisons),
            .. SmallCells(comparisons),
            .. Correction(comparisons),
            .. health.Guardrails(unobserved),
            .. health.Monitoring(),
            .. health.Plan(),
            .. health.Baseline(powerTable.CorrectedAlpha),
            .. Reading(comparisons),
            .. input.Notes,
        ];
    }

    private IEnumerable<string> SampleSize(PowerResult power)
    {
        if (power.NeededPerArm is long needed && power.PerArm < needed)
        {
            string detectable = power.DetectableLiftPercent is double lift
                ? Sentence.Of($"the smallest lift it finds with 80 % power is {lift:0.#} %")
                : "no lift at all would be found with 80 % power";
            yield return Sentence.Of(
                $"Warning: the sample is too small for {power.Metric}. The smallest arm has {power.PerArm:N0} customers; a lift of 10 % needs {needed:N0} per arm (80 % power, alpha {powerTable.CorrectedAlpha:0.####}); {detectable}. Read the intervals, not the estimates.");
        }
        else if (power.NeededPerArm is null)
        {
            yield return $"Warning: the power for {power.Metric} is not known: {power.NotEstimable}.";
        }
    }

    private IEnumerable<string> Coverage(IReadOnlyList<Comparison> comparisons)
    {
        var partial =
            from c in comparisons
            where c.Segment == SegmentId.All.Value && c.SegmentsIncluded.Count > 0 && c.SegmentsIncluded.Count < table.Segments.Count
            group c.Metric by (c.Arm, Missing: string.Join(", ", table.Segments.Where(s => !c.SegmentsIncluded.Contains(s.Value))));
        return partial.Select(g => $"{g.Key.Arm} over all segments leaves out {g.Key.Missing}, where it or control has no customers ({string.Join(", ", g)}).");
    }

    private IEnumerable<string> FewEvents(IReadOnlyList<Comparison> comparisons)
    {
        string[] rough =
        [
            .. from c in comparisons
               where c.Test == "cmh"
               let arms = c.Arm == ArmId.AnyTreatment.Value ? table.Treatments : [ArmId.From(c.Arm)]
               let strata = c.SegmentsIncluded.Select(s => table.Arms(SegmentId.From(s), arms, c.Metric))
               where CochranMantelHaenszel.MantelFleissMargin(strata) < SmallestMargin
               select $"{c.Arm} {c.Metric}",
        ];
        return rough.Length == 0 ? [] : [$"Few events: the p-values over all segments are rough for {string.Join(", ", rough)}."];
    }

    private IEnumerable<string> SmallCells(IReadOnlyList<Comparison> comparisons)
    {
        if (comparisons.Any(c => c.Test == "fisher" && c.PValue > input.Experiment.Alpha && (c.AbsoluteDifference?.CiLow > 0 || c.AbsoluteDifference?.CiHigh < 0)))
        {
            yield return "Few events: in a segment with small counts Fisher's exact test is stricter than the interval beside it, so an interval may leave out 0 without a significant result; the test decides.";
        }
    }

    private IEnumerable<string> Correction(IReadOnlyList<Comparison> comparisons)
    {
        Comparison[] tested = [.. comparisons.Where(c => c.PValue is not null)];
        int treatments = LargestFamily(tested, ComparisonFamily.Treatments);
        int segments = LargestFamily(tested, ComparisonFamily.Segments);
        string method = input.Experiment.Correction switch
        {
            CorrectionMethod.Holm => "Holm",
            CorrectionMethod.BenjaminiHochberg => "Benjamini–Hochberg",
            _ => "no correction",
        };
        if (treatments > 0)
        {
            yield return $"Correction over all segments: {method} within each metric over its treatments (family of {treatments}); the verdict rests on {input.Experiment.Primary} alone. any-treatment is one question per metric and not corrected.";
        }

        if (segments > 0)
        {
            string[] by = [.. input.Breakdowns.Select(b => b.By).Prepend(input.StratifiedBy)];
            string over = by.Length == 1 ? "segments and treatments" : $"treatments and the segments of all breakdowns ({string.Join(", ", by)})";
            yield return $"Comparisons within segments are exploratory: Benjamini–Hochberg within each metric over {over} (family of {segments}). That one segment is significant and another is not does not show that they differ; see heterogeneity.";
        }
    }

    private static int LargestFamily(IEnumerable<Comparison> tested, ComparisonFamily family) =>
        tested.Where(c => ComparisonCorrection.Family(c) == family).GroupBy(c => c.Metric).Select(g => g.Count()).DefaultIfEmpty().Max();

    private IEnumerable<string> Reading(IReadOnlyList<Comparison> comparisons)
    {
        if (comparisons.Any(c => c.AbsoluteDifference is not null))
        {
            string chance = comparisons.Any(c => c.Test == "cmh")
                ? "chanceToBeatControl is exact with Beta(1, 1) priors within a segment; over all segments it is the normal approximation of the stratified difference."
                : "chanceToBeatControl is exact with Beta(1, 1) priors.";
            yield return Sentence.Of($"Intervals hold at {(1 - input.Experiment.Alpha) * 100:0.##} % each and are not corrected. {chance}");
        }

        if (input.TestsTheMessages && input.Variants.Count > 0 && table.Segments.Count > 1)
        {
            yield return "An arm is a tone: each segment got its own text in that tone, so an effect over all segments is that of the tone as it was written, not of one text.";
        }

        if (input.Source == EngagementSource.Simulated && table.Metrics.Contains(Metric.RevenuePerRecipient))
        {
            yield return "Revenue per recipient is conversion rate times order value: its declared lift is the one declared for revenue, and that of the conversion rate when none is.";
        }
    }
}
