using SkOrchestrator.Analysis;
using SkOrchestrator.Identity;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>Answers <see cref="TaskName.NarrateResult"/>: the lifts of the primary metric with their intervals, where they come from and what was decided.</summary>
internal static class ResultNarrative
{
    private const string Simulated = "simulated";

    /// <summary>A short paragraph. Its only numbers are lifts of the analysis and the bounds of their intervals, in percent with one decimal.</summary>
    public static string Write(NarrateResultArguments arguments)
    {
        var (analysis, wording) = (arguments.Analysis, new Wording(arguments.Phrases, arguments.Analysis.ExperimentId));
        var treatments = analysis.Comparisons
            .Where(c => c.Metric == analysis.PrimaryMetric && c.Arm != ArmId.AnyTreatment.Value)
            .ToList();
        var overall = treatments.Where(c => c.Segment == SegmentId.All.Value).ToList();
        var sentences = new List<string?> { wording.Say([$"experiment.source.{analysis.EngagementSource}"], Slots([])) };
        if (analysis.EngagementSource != "none")
        {
            sentences.AddRange(Lifts(arguments, overall));
            sentences.Add(Significance(analysis, overall, wording));
            sentences.Add(BestSegment(arguments, treatments, wording));
        }

        sentences.Add(wording.Say([$"experiment.status.{analysis.Decision.Status}"], Slots([])));
        return string.Join(' ', sentences.Where(sentence => !string.IsNullOrEmpty(sentence)));
    }

    private static IEnumerable<string?> Lifts(NarrateResultArguments arguments, IReadOnlyList<Comparison> overall)
    {
        var parts = overall.Where(c => c.RelativeLiftPercent?.Estimate is not null)
            .OrderByDescending(c => c.RelativeLiftPercent!.Estimate).ThenBy(c => c.Arm, StringComparer.Ordinal)
            .Select((c, i) => Part(arguments.Phrases, c, i == 0)).OfType<string>().ToList();
        if (parts.Count > 0)
        {
            yield return string.Join(", ", parts) + ".";
        }

        foreach (var missing in overall.Where(c => c.RelativeLiftPercent?.Estimate is null))
        {
            yield return Phrase(arguments.Phrases, "missing", Slots(
            [
                ("arm", missing.Arm), ("metric", MetricName(arguments.Phrases, missing.Metric)),
                ("reason", (missing.NotEstimable ?? "no reason given").TrimEnd('.')),
            ]));
        }
    }

    private static string? Part(PhraseBook phrases, Comparison comparison, bool first)
    {
        var lift = comparison.RelativeLiftPercent!;
        var slots = Slots(
        [
            ("arm", comparison.Arm), ("metric", MetricName(phrases, comparison.Metric)), ("lift", NumberText.Percent(lift.Estimate!.Value)),
        ]);
        if (lift is { CiLow: { } low, CiHigh: { } high })
        {
            slots["low"] = NumberText.Percent(low);
            slots["high"] = NumberText.Percent(high);
            return Phrase(phrases, first ? "lift" : "more_lift", slots);
        }

        return Phrase(phrases, first ? "unbounded" : "more_unbounded", slots);
    }

    private static string? Significance(ExperimentAnalysis analysis, IReadOnlyList<Comparison> overall, Wording wording)
    {
        if (analysis.EngagementSource == Simulated || analysis.Decision.Status == Simulated)
        {
            return wording.Say(["experiment.simulated_significance"], Slots([]));
        }

        var arms = overall.Where(c => c.Significant).Select(c => c.Arm).ToList();
        return arms.Count > 0
            ? wording.Say(["experiment.significant"], Slots([("arm", string.Join(" and ", arms))]))
            : overall.Any(c => c.PValue is not null) ? wording.Say(["experiment.not_significant"], Slots([])) : null;
    }

    private static string? BestSegment(NarrateResultArguments arguments, IReadOnlyList<Comparison> treatments, Wording wording)
    {
        var best = treatments.Where(c => c.Segment != SegmentId.All.Value && c.RelativeLiftPercent?.Estimate is not null)
            .OrderByDescending(c => c.RelativeLiftPercent!.Estimate).ThenBy(c => c.Segment, StringComparer.Ordinal).FirstOrDefault();
        var label = arguments.Segments.FirstOrDefault(s => s.SegmentId.Value == best?.Segment)?.Label ?? best?.Segment;
        return best is null ? null : wording.Say(["experiment.segment_best"], Slots(
        [
            ("lift", NumberText.Percent(best.RelativeLiftPercent!.Estimate!.Value)), ("arm", best.Arm), ("segment", label!),
        ]));
    }

    private static string MetricName(PhraseBook phrases, string metric) =>
        phrases.Find($"experiment.metric.{metric}") is [var name, ..] ? name : metric.Replace('_', ' ');

    private static string? Phrase(PhraseBook phrases, string key, IReadOnlyDictionary<string, string> slots) =>
        phrases.Find($"experiment.{key}").Select(pattern => Wording.Fill(pattern, slots, capitalise: false)).FirstOrDefault(text => text is not null);

    private static Dictionary<string, string> Slots((string Slot, string Words)[] words) =>
        words.ToDictionary(w => w.Slot, w => w.Words, StringComparer.Ordinal);
}
