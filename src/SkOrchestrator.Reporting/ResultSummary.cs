using SkOrchestrator.Analysis;
using SkOrchestrator.Identity;
using SkOrchestrator.Messages;
using SkOrchestrator.Reporting.Sections;

namespace SkOrchestrator.Reporting;

/// <summary>The result of a run as a small table for the console: a row per segment and one for all of them. Texts are plain, not markup.</summary>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">The rows, one text per column; the last row is all segments together.</param>
/// <param name="Verdict">The decision in a few words.</param>
/// <param name="Remark">What must be known with it, such as that engagement is simulated; null = nothing.</param>
public sealed record ResultSummary(
    IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, string Verdict, string? Remark)
{
    /// <summary>Makes the table from the input of the report, with the report's own words for numbers.</summary>
    public static ResultSummary Of(ReportInput input)
    {
        var facts = new ReportFacts(input);
        var metric = ReportFacts.MetricName(facts.Primary);
        return new ResultSummary(
            ["Segment", "Assigned", "Approved", "Blocked", "Failed", $"Lift of {metric}", $"{facts.IntervalLevel} interval", "Verdict"],
            [.. input.Segments.Select(s => Row(facts, input, s.SegmentId.Value)), Row(facts, input, SegmentId.All.Value)],
            DecisionWords.For(facts).Headline,
            facts.IsSimulated ? $"{ReportBuilder.SimulatedStamp}: drawn from the declared rate table, not observed." : null);
    }

    private static IReadOnlyList<string> Row(ReportFacts facts, ReportInput input, string segment)
    {
        var isAll = segment == SegmentId.All.Value;
        var variants = input.Variants.Where(v => isAll || v.SegmentId.Value == segment).ToList();
        var (comparison, arm) = Best(facts, segment);
        return
        [
            facts.SegmentName(segment),
            Assigned(facts, segment),
            Count(variants, VariantStatus.Approved), Count(variants, VariantStatus.Blocked), Count(variants, VariantStatus.Failed),
            comparison is null ? ReportNumber.Missing : $"{ReportNumber.Lift(comparison.RelativeLiftPercent?.Estimate)} {arm}".TrimEnd(),
            ReportNumber.LiftRange(comparison?.RelativeLiftPercent),
            comparison is null ? "– no experiment" : !facts.IsMeasured ? "– not measured" : ScorecardSection.Verdict(facts, comparison),
        ];
    }

    /// <summary>The analysis counts customers only where something was observed; otherwise the funnel knows how many there are in all.</summary>
    private static string Assigned(ReportFacts facts, string segment) => facts.CountsAssigned || !facts.HasExperiment
        ? ReportNumber.Count(facts.ArmIds.Select(a => facts.Arm(segment, a)?.Assigned).Sum() ?? 0)
        : segment == SegmentId.All.Value ? ReportNumber.Count(facts.Customers) : ReportNumber.Missing;

    /// <summary>All treatments together; in a segment without such a comparison, the treatment with the largest lift, which is then named.</summary>
    private static (Comparison? Comparison, string Arm) Best(ReportFacts facts, string segment)
    {
        if (segment == SegmentId.All.Value)
        {
            return facts.Headline is { } headline
                ? (headline, headline.Arm == ArmId.AnyTreatment.Value ? string.Empty : $"({facts.ArmName(headline.Arm)})")
                : (null, string.Empty);
        }

        if (facts.Comparison(segment, ArmId.AnyTreatment.Value, facts.Primary) is { } all)
        {
            return (all, string.Empty);
        }

        var best = facts.TreatmentIds.Select(a => facts.Comparison(segment, a, facts.Primary)).OfType<Comparison>()
            .OrderByDescending(c => c.RelativeLiftPercent?.Estimate ?? double.NegativeInfinity).FirstOrDefault();
        return best?.RelativeLiftPercent?.Estimate is null ? (best, string.Empty) : (best, $"({facts.ArmWord(best.Arm)}, the largest)");
    }

    private static string Count(List<MessageVariant> variants, VariantStatus status) => ReportNumber.Count(variants.Count(v => v.Status == status));
}
