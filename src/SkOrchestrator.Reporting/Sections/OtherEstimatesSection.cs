using SkOrchestrator.Analysis;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>The same effects estimated other ways, beside the plain ones; and ratios, which only describe.</summary>
internal static class OtherEstimatesSection
{
    public static ReportSection? Build(ReportFacts facts)
    {
        List<ReportBlock> blocks = [.. new ReportBlock?[] { Adjusted(facts), Ratios(facts) }.OfType<ReportBlock>()];
        return blocks.Count > 0 && facts.IsMeasured ? new ReportSection("other-estimates", "Estimated other ways", blocks) : null;
    }

    private static ReportTable? Adjusted(ReportFacts facts)
    {
        // weighting by segment size rarely moves anything: the primary metric stands for the others, which analysis.json has
        var results = facts.Analysis.Adjusted.Where(r => r.Metric == facts.Primary || r.Method != "post_stratified").ToList();
        if (results.Count == 0)
        {
            return null;
        }

        var saves = results.Any(r => r.VarianceRatio is not null);
        var reasons = results.Where(r => r.NotEstimable is not null)
            .GroupBy(r => $"{ReportFacts.MetricName(r.Metric)}, {Method(facts, r)}: {facts.Words.Line(r.NotEstimable)}", StringComparer.Ordinal).Select(g => g.Key).ToList();
        return new ReportTable(
            "adjusted", "Adjusted estimates beside the plain ones",
            [
                new("Metric"), new("Arm"), new($"Plain difference ({facts.IntervalLevel})", true), new($"Adjusted difference ({facts.IntervalLevel})", true), new("How"),
                .. saves ? [new ReportColumn("Variance saved", true)] : Array.Empty<ReportColumn>(), new("p", true),
            ],
            [.. results.Select(r => Row(facts, r, saves))],
            "The verdict rests on the plain estimate; p-values of this table are not corrected. An adjusted estimate that tells another story than the plain one asks for a closer look." +
            (reasons.Count == 0 ? string.Empty : $" Not estimable — {string.Join("; ", reasons)}."));
    }

    private static IReadOnlyList<string> Row(ReportFacts facts, AdjustedResult r, bool saves) =>
    [
        ReportFacts.MetricName(r.Metric), facts.ArmName(r.Arm), facts.DifferenceText(r.Metric, facts.Comparison("all", r.Arm, r.Metric)?.AbsoluteDifference),
        facts.DifferenceText(r.Metric, r.AbsoluteDifference), Method(facts, r),
        .. saves ? [r.VarianceRatio is { } ratio ? ReportNumber.Percent(1 - ratio) : ReportNumber.Missing] : Array.Empty<string>(),
        ReportNumber.P(r.PValue),
    ];

    private static string Method(ReportFacts facts, AdjustedResult r) => r.Method switch
    {
        "cuped" => "CUPED" + (r.Covariate is { } covariate ? $" with {facts.Words.Line(covariate)}" : string.Empty) + (r.Theta is { } theta ? $" (theta {ReportNumber.AmountOf(theta)(theta)})" : string.Empty),
        "post_stratified" => "weighted by segment size",
        "winsorised" => r.Cap is { } cap ? $"amounts above {ReportNumber.General(cap)} cut to it" : "large amounts cut",
        _ => ReportText.Line(r.Method).Replace('_', ' '),
    };

    private static ReportTable? Ratios(ReportFacts facts)
    {
        var ratios = facts.Analysis.Ratios;
        return ratios.Count == 0 ? null : new ReportTable(
            "ratios", "Ratios (descriptive)",
            [new("Ratio"), new("Arm"), new("Value", true), new($"Difference to control ({facts.IntervalLevel})", true)],
            [.. ratios.Select(r => (IReadOnlyList<string>)
                [
                    ReportFacts.MetricName(r.Name), facts.ArmName(r.Arm), ReportNumber.PercentOf(r.Ratio)(r.Ratio),
                    ReportNumber.WithInterval(r.Difference?.Estimate, r.Difference?.CiLow, r.Difference?.CiHigh, ReportNumber.PointsOf(r.Difference?.Estimate, r.Difference?.CiLow, r.Difference?.CiHigh)),
                ])],
            "What stands below the line of a ratio, such as an opened mail, comes after the mail was sent: the customers counted there differ from arm to arm, so a ratio describes and decides nothing.");
    }
}
