using SkOrchestrator.Reporting.Charts;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>The rates of every arm as bars with whiskers.</summary>
internal static class RatesSection
{
    public static ReportSection? Build(ReportFacts facts)
    {
        var metrics = facts.Metrics.Where(m => facts.ArmIds.Any(a => facts.Summary("all", a, m)?.Rate is not null)).ToList();
        if (metrics.Count == 0)
        {
            return null;
        }

        var series = facts.ArmIds.Select(a => new ChartSeries(facts.ArmName(a), facts.ArmShortName(a))).ToList();
        var groups = metrics.Select(m => new BarGroup(
            ReportFacts.MetricName(m),
            [.. facts.ArmIds.Select(a => facts.Summary("all", a, m) is { } s ? new BarValue(s.Rate * 100, s.CiLow * 100, s.CiHigh * 100) : null)])).ToList();
        var chart = new BarChart("Rates by arm", "share of assigned customers, %", series, groups, IsDifference: false, facts.Stamp);
        var described = metrics.SelectMany(m => facts.ArmIds.Select(a => facts.Summary("all", a, m) is { } s
            ? $"{ReportFacts.MetricName(m)}, {facts.ArmName(a)}: {ScorecardSection.Value(s)}" : null)).OfType<string>();
        var figure = new Figure(
            "rates-by-arm",
            $"{facts.StampSentence}Bar chart. Rates by arm. {string.Join("; ", described)}.",
            $"{facts.SegmentName("all")}; denominator is every assigned customer; whiskers are {facts.IntervalLevel} confidence intervals.",
            chart);
        return new ReportSection("rates", "Rates by arm", [figure]);
    }
}
