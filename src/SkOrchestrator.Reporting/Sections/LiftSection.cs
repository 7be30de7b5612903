using System.Globalization;
using SkOrchestrator.Analysis;
using SkOrchestrator.Reporting.Charts;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>Lift of the primary metric, by arm and by segment, as bars with whiskers.</summary>
internal static class LiftSection
{
    private const int SegmentsDrawn = 12;

    public static ReportSection? Build(ReportFacts facts)
    {
        var arms = facts.Compared
            .Where(a => facts.Comparison("all", a, facts.Primary) is not null).ToList();
        if (!arms.Exists(a => HasEstimate(facts, "all", a)))
        {
            return null;
        }

        var metric = ReportFacts.MetricName(facts.Primary);
        var blocks = new List<ReportBlock> { ByVariant(facts, arms, metric) };
        if (BySegment(facts, 0) is { } first)
        {
            blocks.Add(first);
        }

        blocks.Add(new Paragraph(Marks(facts), IsNote: true));
        return new ReportSection("lift", $"Lift of {metric}", blocks);
    }

    private static string Marks(ReportFacts facts) => facts.MayBeRead
        ? "▲ the interval lies above zero · ▼ below zero · ● the interval covers zero (grey bar) · – not estimable. Marks follow the interval of the single comparison" +
            (facts.IsCorrected ? "; the scorecard says what is left after correction for several treatments." : ".")
        : "The split is broken, so no direction is marked and all bars are grey.";

    private static Figure ByVariant(ReportFacts facts, List<string> arms, string metric)
    {
        // one series per arm, one group per arm: every arm keeps its colour, and its name stands below its bar
        var series = arms.Select(a => new ChartSeries(facts.ArmName(a), facts.ArmShortName(a))).ToList();
        var groups = arms.Select((arm, index) => new BarGroup(
            facts.ArmName(arm),
            [.. arms.Select((_, i) => i == index ? Bar(facts.Comparison("all", arm, facts.Primary)) : null)])).ToList();
        var chart = new BarChart(
            $"Lift of {metric} by {(facts.Campaign is null ? "arm" : "variant")}", $"lift against control, %", series, groups, IsDifference: true, facts.Stamp)
        {
            HasDirection = facts.MayBeRead,
        };
        return new Figure("lift-by-variant", Describe(facts, chart), Caption(facts, facts.Breakdowns.Count > 0 ? "all segments, stratified estimate" : "all customers", chart), chart);
    }

    /// <summary>The chart of one breakdown; the further ones stand beside their tables. Null without anything to draw.</summary>
    public static Figure? BySegment(ReportFacts facts, int index)
    {
        if (index >= facts.Breakdowns.Count)
        {
            return null;
        }

        var (breakdown, metric) = (facts.Breakdowns[index], ReportFacts.MetricName(facts.Primary));
        var all = breakdown.Segments.Where(s => facts.TreatmentIds.Any(a => facts.Comparison(s, a, facts.Primary) is not null)).ToList();
        var segments = all.Count <= SegmentsDrawn ? all
            : [.. all.OrderByDescending(s => facts.ArmIds.Sum(a => facts.AssignedTo(s, a))).Take(SegmentsDrawn).OrderBy(all.IndexOf)];
        if (!segments.Exists(s => facts.TreatmentIds.Any(a => HasEstimate(facts, s, a))))
        {
            return null;
        }

        var series = facts.TreatmentIds.Select(a => new ChartSeries(facts.ArmName(a), facts.ArmShortName(a))).ToList();
        var groups = segments.Select(s => new BarGroup(
            facts.SegmentName(s),
            [.. facts.TreatmentIds.Select(a => facts.Comparison(s, a, facts.Primary) is { } c ? Bar(c) : null)])).ToList();
        var chart = new BarChart(
            $"Lift of {metric} by {ChartLabel.Shorten(ReportText.Line(breakdown.By))} (exploratory)", "lift against control, %", series, groups, IsDifference: true, facts.Stamp)
        {
            HasDirection = facts.MayBeRead,
        };
        var scope = "each segment alone; exploratory" + (segments.Count < all.Count
            ? $"; the {ReportNumber.Count(segments.Count)} largest of {ReportNumber.Count(all.Count)} segments, the table has all" : string.Empty);
        var id = index == 0 ? "lift-by-segment" : string.Create(CultureInfo.InvariantCulture, $"lift-by-segment-{index + 1}");
        return new Figure(id, Describe(facts, chart), Caption(facts, scope, chart), chart) { Breakdown = index };
    }

    /// <summary>Whether there is anything to draw.</summary>
    private static bool HasEstimate(ReportFacts facts, string segment, string arm) =>
        facts.Comparison(segment, arm, facts.Primary)?.RelativeLiftPercent?.Estimate is not null;

    private static BarValue Bar(Comparison? c) =>
        new(c?.RelativeLiftPercent?.Estimate, c?.RelativeLiftPercent?.CiLow, c?.RelativeLiftPercent?.CiHigh);

    private static string Caption(ReportFacts facts, string scope, BarChart chart) =>
        $"{ReportFacts.MetricHeading(facts.Primary)}; {scope}; {ReportNumber.Count(facts.Customers, "customer")}; " +
        $"whiskers are {facts.IntervalLevel} confidence intervals{(facts.MayBeRead ? "; bars are grey where the interval covers zero" : string.Empty)}." +
        (ChartScale.Of(chart).IsCut ? " Whiskers that end in an arrow go on beyond the chart; the tables have their ends." : string.Empty);

    private static string Describe(ReportFacts facts, BarChart chart)
    {
        var bars = chart.Groups.SelectMany(g => g.Bars.Select((bar, i) => (g.Label, chart.Series[i].Name, Bar: bar)))
            .Where(x => x.Bar is not null)
            .Select(x => (x.Label == x.Name ? x.Label : $"{x.Label}, {x.Name}") + ": " + (x.Bar!.Value is null
                ? "not estimable"
                : $"{ReportNumber.Lift(x.Bar.Value)} ({ReportNumber.LiftRange(new Interval(x.Bar.Value, x.Bar.Low, x.Bar.High))})"));
        return $"{facts.StampSentence}Bar chart. {chart.Title}. {string.Join("; ", bars)}.";
    }
}
