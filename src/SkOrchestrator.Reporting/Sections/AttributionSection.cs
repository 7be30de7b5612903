using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>Which characteristics of customers go with engagement.</summary>
internal static class AttributionSection
{
    private const int RowsShown = 20;

    public static ReportSection? Build(ReportFacts facts)
    {
        if (facts.Metrics.Count == 0)
        {
            return null;
        }

        var all = facts.Analysis.Attribution;
        if (all.Count == 0 && facts.Campaign is null)
        {
            return null;
        }

        if (all.Count == 0)
        {
            return new ReportSection("attribution", "What goes with engagement",
                [new Paragraph("No feature has enough customers and answers on both sides to be compared.")]);
        }

        // strongest association first; an odds ratio of 0.5 is as strong as one of 2
        var rows = all.OrderByDescending(a => a.OddsRatio is > 0 ? Math.Abs(Math.Log(a.OddsRatio.Value)) : -1).Take(RowsShown).Select(a => (IReadOnlyList<string>)
            [
                $"{ReportText.Line(a.Feature)}: {ReportText.Line(a.Level)}", a.Reference is { } reference ? ReportText.Line(reference) : "all others", ReportFacts.MetricName(a.Metric), ReportNumber.Amount(a.OddsRatio),
                a.CiLow is null && a.CiHigh is null ? ReportNumber.Missing : $"{ReportNumber.Amount(a.CiLow)} to {ReportNumber.Amount(a.CiHigh)}",
                ReportNumber.P(a.PValueAdjusted),
                a.OddsRatio is null ? "– not estimable" : a.PValueAdjusted < facts.Analysis.Alpha ? a.OddsRatio > 1 ? "▲ associated with more" : "▼ associated with less" : "● not clear",
            ]).ToList();
        var shown = rows.Count < all.Count ? $" The {ReportNumber.Count(rows.Count)} strongest of {ReportNumber.Count(all.Count)} are shown." : string.Empty;
        var simulated = facts.IsSimulated ? " With simulated engagement they only show what the simulation put in." : string.Empty;
        return new ReportSection("attribution", "What goes with engagement",
        [
            new Callout(CalloutKind.Note, "Associations, not causes",
                ["Customers with a feature differ from others in more than that feature. " +
                 "An odds ratio above 1 says that they engage more often, not that the feature makes them." + simulated]),
            new ReportTable("attribution", "Feature attribution: each level against the reference level of its feature",
                [new("Feature"), new("Against"), new("Metric"), new("Odds ratio", true), new(facts.IntervalLevel + " interval", true), new("p corrected", true), new("Reading")],
                rows, "Without a reference the level is compared with all other customers. p-values are corrected over the table (Benjamini–Hochberg)." + shown),
        ]);
    }
}
