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
    /// <param name="facts">What the decision looked at.</param>
    /// <param name="unobserved">Declared guardrails that nothing was observed of.</param>
    public IReadOnlyList<string> Build(
        IReadOnlyList<Comparison> comparisons, DecisionFacts facts, IReadOnlyList<string> unobserved)
    {
        var health = new HealthNotes(facts, table);
        return
        [
            .. SampleSize(facts.Power, facts.HasWinner),
            .. facts.Treatments.Where(c => c.Reversal).Select(Reversal),
            .. health.SampleRatio(),
            .. table.Metrics.Where(m => table.WhyNotObserved(m) is not null).Select(m => $"{m} is not known: {table.WhyNotObserved(m)}."),
            .. Coverage(comparisons),
            .. FewEvents(comparisons),
            .. SmallCells(comparisons),
            .. Correction(comparisons),
            .. Heterogeneity(facts.Heterogeneity),
            .. health.Guardrails(unobserved),
            .. health.Monitoring(),
            .. health.Plan(),
            .. health.Baseline(powerTable.CorrectedAlpha),
            .. Reading(comparisons),
            .. input.Notes,
        ];
    }

    /// <summary>A sample that is too small is a warning; beside a winner, which has passed its test, it is a remark on the estimate.</summary>
    private IEnumerable<string> SampleSize(PowerResult power, bool hasWinner)
    {
        if (PowerTable.IsSmall(power))
        {
            string detectable = power.DetectableLiftPercent is double lift
                ? Sentence.Of($"the smallest lift it finds with 80 % power is {lift:0.#} %")
                : "no lift at all would be found with 80 % power";
            string numbers = Sentence.Of(
                $"{powerTable.Present(power.PerArm == 1 ? " customer" : " customers")}; a lift of 10 % needs {power.NeededPerArm:N0} {powerTable.Unit} (80 % power, alpha {Sentence.Number(powerTable.CorrectedAlpha)}); {detectable}.");
            yield return hasWinner
                ? $"Sample size for {power.Metric}: {numbers} A lift that wins in such a sample is too high on average (Gelman and Carlin 2014): plan with the lower end of its interval."
                : $"Warning: the sample is too small for {power.Metric}. {char.ToUpperInvariant(numbers[0])}{numbers[1..]} Read the intervals, not the estimates.";
        }
        else if (power.NeededPerArm is null)
        {
            yield return $"{(hasWinner ? "The" : "Warning: the")} power for {power.Metric} is not known: {power.NotEstimable}.";
        }
    }

    /// <summary>Pooled numbers that point the other way than the effect within segments (Simpson 1951).</summary>
    private string Reversal(Comparison c)
    {
        SegmentId[] segments = [.. c.SegmentsIncluded.Select(SegmentId.From)];
        (string arm, string control, string crude, string stratified) = table.IsNumeric(c.Metric)
            ? (Sentence.Number(table.Mean(segments, [ArmId.From(c.Arm)], c.Metric).Mean), Sentence.Number(table.Mean(segments, [table.Control], c.Metric).Mean),
                Sentence.Signed(c.Crude!.Value), Sentence.Amount(c.AbsoluteDifference))
            : (Sentence.Percent(table.Rate(segments, [ArmId.From(c.Arm)], c.Metric).Rate), Sentence.Percent(table.Rate(segments, [table.Control], c.Metric).Rate),
                $"{Sentence.Signed(c.Crude!.Value * 100)} points", Sentence.Points(c.AbsoluteDifference));
        return $"Reversal: {c.Arm} {c.Metric} is {arm} and control {control} when segments are pooled ({crude}), but within segments the difference is {stratified}. The arms are shared out differently in the segments (Simpson's paradox): trust neither the pooled numbers nor a verdict from them.";
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
        string? method = input.Experiment.Correction switch
        {
            CorrectionMethod.Holm => "Holm",
            CorrectionMethod.BenjaminiHochberg => "Benjamini–Hochberg",
            _ => null,
        };
        if (treatments == 1)
        {
            yield return $"Over all segments every metric is one question, so no p-value is corrected there; the verdict rests on {input.Experiment.Primary} alone.";
        }
        else if (treatments > 1 && method is null)
        {
            yield return $"Correction over all segments: none, though each metric is asked of {treatments} treatments; the verdict rests on {input.Experiment.Primary} alone.";
        }
        else if (treatments > 1)
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

    private static IEnumerable<string> Heterogeneity(IReadOnlyList<HeterogeneityResult> tests)
    {
        int family = HeterogeneityTable.Family(tests);
        if (family > 0)
        {
            yield return $"Whether effects differ between segments (heterogeneity): Holm over all questions of metric, treatment and breakdown together (family of {family}). A difference in a rate counts only if points and odds ratios both show it.";
        }
    }

    private static int LargestFamily(IEnumerable<Comparison> tested, ComparisonFamily family) =>
        tested.Where(c => ComparisonCorrection.Family(c) == family).GroupBy(c => c.Metric).Select(g => g.Count()).DefaultIfEmpty().Max();

    private IEnumerable<string> Reading(IReadOnlyList<Comparison> comparisons)
    {
        if (comparisons.Any(c => c.AbsoluteDifference?.CiLow is not null))
        {
            string chance = comparisons.All(c => c.ChanceToBeatControl is null) ? string.Empty
                : comparisons.Any(c => c.Test == "cmh")
                ? " chanceToBeatControl is exact with Beta(1, 1) priors within a segment; over all segments it is that of the difference shown there, with one Beta(1, 1) prior per arm shared out over the segments, computed from beta distributions with the same mean and variance."
                : " chanceToBeatControl is exact with Beta(1, 1) priors.";
            yield return Sentence.Of($"Intervals hold at {Sentence.Level(input.Experiment.Alpha)} each and are not corrected.{chance}");
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
