using SkOrchestrator.Analysis;
using SkOrchestrator.Identity;
using SkOrchestrator.Reporting.Charts;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>Lift of the primary metric, by variant and by segment, as bars with whiskers.</summary>
internal static class LiftSection
{
    public static ReportSection? Build(ReportFacts facts)
    {
        var arms = facts.TreatmentIds.Append(ArmId.AnyTreatment.Value)
            .Where(a => facts.Comparison("all", a, facts.Primary) is not null).ToList();
        if (!arms.Exists(a => HasEstimate(facts, "all", a)))
        {
            return null;
        }

        var metric = ReportFacts.MetricName(facts.Primary);
        var blocks = new List<ReportBlock> { ByVariant(facts, arms, metric) };
        var segments = facts.SegmentIds.Where(s => facts.TreatmentIds.Any(a => facts.Comparison(s, a, facts.Primary) is not null)).ToList();
        if (segments.Exists(s => facts.TreatmentIds.Any(a => HasEstimate(facts, s, a))))
        {
            blocks.Add(BySegment(facts, segments, metric));
        }

        blocks.Add(new Paragraph(
            "▲ the interval lies above zero · ▼ below zero · ● the interval covers zero (grey bar) · – not estimable. " +
            "Marks follow the interval of the single comparison; the scorecard says what is left after correction for several treatments.", IsNote: true));
        return new ReportSection("lift", $"Lift of {metric}", blocks);
    }

    private static Figure ByVariant(ReportFacts facts, List<string> arms, string metric)
    {
        // one series per arm, one group per arm: every arm keeps its colour, and its name stands below its bar
        var series = arms.Select(a => new ChartSeries(facts.ArmName(a), facts.ArmShortName(a))).ToList();
        var groups = arms.Select((arm, index) => new BarGroup(
            facts.ArmName(arm),
            [.. arms.Select((_, i) => i == index ? Bar(facts.Comparison("all", arm, facts.Primary)) : null)])).ToList();
        var chart = new BarChart(
            $"Lift of {metric} by variant", $"lift against control, %", series, groups, IsDifference: true, facts.Stamp);
        return new Figure("lift-by-variant", Describe(facts, chart), Caption(facts, "all segments, stratified estimate", chart), chart);
    }

    private static Figure BySegment(ReportFacts facts, List<string> segments, string metric)
    {
        var series = facts.TreatmentIds.Select(a => new ChartSeries(facts.ArmName(a), facts.ArmShortName(a))).ToList();
        var groups = segments.Select(s => new BarGroup(
            facts.SegmentName(s),
            [.. facts.TreatmentIds.Select(a => facts.Comparison(s, a, facts.Primary) is { } c ? Bar(c) : null)])).ToList();
        var chart = new BarChart(
            $"Lift of {metric} by segment (exploratory)", "lift against control, %", series, groups, IsDifference: true, facts.Stamp);
        return new Figure("lift-by-segment", Describe(facts, chart), Caption(facts, "each segment alone; exploratory", chart), chart);
    }

    /// <summary>Whether there is anything to draw.</summary>
    private static bool HasEstimate(ReportFacts facts, string segment, string arm) =>
        facts.Comparison(segment, arm, facts.Primary)?.RelativeLiftPercent?.Estimate is not null;

    private static BarValue Bar(Comparison? c) =>
        new(c?.RelativeLiftPercent?.Estimate, c?.RelativeLiftPercent?.CiLow, c?.RelativeLiftPercent?.CiHigh);

    private static string Caption(ReportFacts facts, string scope, BarChart chart) =>
        $"{ReportFacts.Capital(ReportFacts.MetricName(facts.Primary))}; {scope}; {ReportNumber.Count(facts.Input.Run.Funnel.Assigned)} customers; " +
        $"whiskers are {facts.IntervalLevel} confidence intervals; bars are grey where the interval covers zero." +
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
