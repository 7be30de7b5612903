using SkOrchestrator.Analysis;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>All metrics by all arms: counts, rates, differences, lifts, intervals, p-values.</summary>
internal static class ScorecardSection
{
    public static ReportSection? Build(ReportFacts facts)
    {
        if (facts.Metrics.Count == 0)
        {
            return null;
        }

        var blocks = new List<ReportBlock>();
        blocks.AddRange(facts.Metrics.Select(metric => Table(facts, metric)));
        blocks.Add(Legend(facts));
        return new ReportSection("scorecard", "Scorecard", blocks);
    }

    /// <summary>What a comparison amounts to, as mark and word.</summary>
    public static string Verdict(ReportFacts facts, Comparison c) => c switch
    {
        _ when !facts.MayBeRead => "– no verdict",
        { NotEstimable: not null, PValue: null } => "– not estimable",
        { Significant: true, AbsoluteDifference.Estimate: > 0 } => "▲ higher",
        { Significant: true, AbsoluteDifference.Estimate: < 0 } => "▼ lower",
        { Significant: true } => "▲ differs",
        _ => "● no clear difference",
    };

    private static ReportTable Table(ReportFacts facts, string metric)
    {
        var isNumeric = facts.IsNumeric(metric);
        var isTogether = HasSimultaneous(facts, metric);
        List<ReportColumn> columns =
        [
            new("Arm"), new(isNumeric ? "Customers" : "Count", true), new(isNumeric ? $"Mean ({facts.IntervalLevel})" : $"Rate ({facts.IntervalLevel})", true),
            new($"Difference ({facts.IntervalLevel})", true), .. isTogether ? [new ReportColumn("All treatments at once", true)] : Array.Empty<ReportColumn>(),
            new($"Lift ({facts.IntervalLevel})", true),
        ];
        if (facts.IsSimulated)
        {
            columns.Add(new("Declared lift", true));
        }

        columns.AddRange([new("p", true), .. facts.IsCorrected ? [new ReportColumn("p corrected", true)] : Array.Empty<ReportColumn>(), new("Verdict")]);
        var rows = facts.Compared.Prepend(facts.Analysis.Control)
            .Where(a => facts.Summary("all", a, metric) is not null || facts.Comparison("all", a, metric) is not null)
            .Select(a => Row(facts, metric, a)).ToList();
        var name = ReportFacts.MetricHeading(metric);
        return new ReportTable(
            $"scorecard-{Slug(metric)}", metric == facts.Primary ? $"{name} (primary metric)" : name, columns, rows, NotEstimable(facts, metric));
    }

    private static IReadOnlyList<string> Row(ReportFacts facts, string metric, string arm)
    {
        var summary = facts.Summary("all", arm, metric);
        var c = facts.Comparison("all", arm, metric);
        List<string> cells =
        [
            facts.ArmName(arm),
            summary is null ? ReportNumber.Missing
                : summary.Trials is not null ? ReportNumber.Unbreakable($"{ReportNumber.Count(summary.Successes)} / {ReportNumber.Count(summary.Trials)}") : ReportNumber.Count(summary.N),
            summary is null ? ReportNumber.Missing : Value(summary),
            facts.DifferenceText(metric, c?.AbsoluteDifference),
            .. HasSimultaneous(facts, metric) ? [Together(facts, metric, c?.SimultaneousDifference)] : Array.Empty<string>(),
            c is null ? ReportNumber.Missing : Estimate(c.RelativeLiftPercent, ReportNumber.Lift),
        ];
        if (facts.IsSimulated)
        {
            cells.Add(c?.DeclaredLiftPercent is { } declared
                ? ReportNumber.Lift(declared) + (c.CoversDeclaredLift switch { true => " (covered)", false => " (not covered)", null => string.Empty })
                : ReportNumber.Missing);
        }

        cells.AddRange([ReportNumber.P(c?.PValue), .. facts.IsCorrected ? [ReportNumber.P(c?.PValueAdjusted)] : Array.Empty<string>(), c is null ? ReportNumber.Missing : Verdict(facts, c)]);
        return cells;
    }

    public static string Value(MetricSummary summary) => summary.Trials is not null
        ? ReportNumber.WithInterval(summary.Rate, summary.CiLow, summary.CiHigh, ReportNumber.PercentOf(summary.Rate, summary.CiLow, summary.CiHigh))
        : ReportNumber.WithInterval(summary.Mean, summary.CiLow, summary.CiHigh, ReportNumber.AmountOf(summary.Mean, summary.CiLow, summary.CiHigh));

    public static string Estimate(Interval? interval, Func<double?, string> write) =>
        ReportNumber.WithInterval(interval?.Estimate, interval?.CiLow, interval?.CiHigh, write);

    /// <summary>A simulated run keeps the column of declared lifts instead; the analysis has both.</summary>
    private static bool HasSimultaneous(ReportFacts facts, string metric) =>
        !facts.IsSimulated && facts.Family > 1 && facts.TreatmentIds.Any(a => facts.Comparison("all", a, metric)?.SimultaneousDifference is not null);

    private static string Together(ReportFacts facts, string metric, Interval? interval) => ReportNumber.UnitlessRange(interval, facts.Difference(metric, interval));

    private static string? NotEstimable(ReportFacts facts, string metric)
    {
        var reasons = facts.Analysis.Comparisons.Where(c => c.Segment == "all" && c.Metric == metric && c.NotEstimable is not null)
            .Where(c => facts.Compared.Contains(c.Arm)).GroupBy(c => facts.Words.Line(c.NotEstimable), StringComparer.Ordinal)
            .Select(g => $"{string.Join(", ", g.Select(c => facts.ArmName(c.Arm)))}: {g.Key}").ToList();
        return reasons.Count == 0 ? null : "Not estimable — " + string.Join("; ", reasons) + ".";
    }

    private static Paragraph Legend(ReportFacts facts)
    {
        var included = facts.Headline;
        var covers = included?.PopulationShare is { } share
            ? $" The estimate for {facts.ArmName(included.Arm)} covers {ReportNumber.Percent(share)} of the assigned customers."
            : string.Empty;
        var stratified = facts.Breakdowns.Count == 0 ? string.Empty
            : "Differences and lifts over all segments are stratified estimates, so they can differ a little from the quotient of the pooled counts. ";
        var together = facts.Metrics.Any(m => HasSimultaneous(facts, m)) ? " Intervals of the column All treatments at once hold together, each other interval alone." : string.Empty;
        var open = facts.IsOpen ? " The window is open: p-values belong to the planned end and are not to be acted on before." : string.Empty;
        return new Paragraph(
            $"Lift = (treatment − control) / control. {stratified}{Marks(facts)}{covers}{together}{open}", IsNote: true);
    }

    private static string Marks(ReportFacts facts) => facts.MayBeRead
        ? $"▲ ▼ mark a difference that is significant {(facts.IsCorrected ? "after correction " : string.Empty)}at alpha = {ReportNumber.General(facts.Analysis.Alpha)}; " +
          "● means that none was shown, not that there is none."
        : "The split is broken, so no row has a verdict.";

    /// <summary>A name as letters, digits and hyphens.</summary>
    public static string Slug(string text)
    {
        var slug = string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')).Trim('-');
        return slug.Length is > 0 and <= 40 ? slug : Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes(text)))[..12];
    }
}
