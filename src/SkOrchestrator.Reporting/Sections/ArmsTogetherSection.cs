using SkOrchestrator.Analysis;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>All arms at once: whether they differ at all, and in which order they stand.</summary>
internal static class ArmsTogetherSection
{
    public static ReportSection? Build(ReportFacts facts)
    {
        ReportBlock?[] blocks = [Omnibus(facts), Ranking(facts)];
        return blocks.OfType<ReportBlock>().ToList() is { Count: > 0 } present ? new ReportSection("arms-together", "All arms at once", present) : null;
    }

    private static ReportTable? Omnibus(ReportFacts facts)
    {
        var tests = facts.Analysis.Omnibus;
        var reasons = tests.Where(t => t.NotEstimable is not null).Select(t => $"{ReportFacts.MetricName(t.Metric)}: {facts.Words.Line(t.NotEstimable)}").ToList();
        return tests.Count == 0 || !facts.IsMeasured ? null : new ReportTable(
            "omnibus", "Do the arms differ at all?",
            [new("Metric"), new("Test"), new("Statistic", true), new("Degrees of freedom", true), new("p", true), new("Reading")],
            [.. tests.Select(t => (IReadOnlyList<string>)
                [
                    ReportFacts.MetricName(t.Metric), TestWords.Of(t.Test), ReportNumber.General(t.Statistic), ReportNumber.Count(t.DegreesOfFreedom), ReportNumber.P(t.PValue),
                    Reading(facts, t),
                ])],
            reasons.Count == 0 ? null : $"Not estimable — {string.Join("; ", reasons)}.");
    }

    private static string Reading(ReportFacts facts, OmnibusResult test) => test.PValue switch
    {
        null => "– not estimable",
        _ when facts.IsOpen || !facts.MayBeRead => "– not to be read",
        var p when p < facts.Analysis.Alpha => "▲ the arms differ",
        _ => "● no sign that they differ",
    };

    private static ReportBlock? Ranking(ReportFacts facts)
    {
        if (facts.Analysis.Ranking is not { } ranking || !facts.IsMeasured)
        {
            return null;
        }

        if (ranking.Arms.Count == 0 || ranking.NotEstimable is not null)
        {
            return new Paragraph($"Ranking of the arms: not estimable{(ranking.NotEstimable is { } why ? ", because " + facts.Words.Line(why) : string.Empty)}.", IsNote: true);
        }

        var share = ranking.PopulationShare is { } covered ? $" ({ReportNumber.Percent(covered)} of the customers)" : string.Empty;
        var segments = ranking.SegmentsIncluded.Where(s => s != "all").Select(facts.SegmentName).ToList();
        var scope = segments.Count == 0 ? $"All customers{share}." : $"Over the segments that have every arm: {string.Join(", ", segments)}{share}.";
        var caution = facts.IsSimulated ? " With simulated engagement the order says nothing about customers." : string.Empty;
        return new ReportTable(
            "ranking", $"The arms in order, {ReportFacts.MetricName(ranking.Metric)}",
            [new("Arm"), new("Rate", true), new("Chance to be best", true), new("Expected loss when chosen", true)],
            [.. ranking.Arms.Select(a => (IReadOnlyList<string>)
                [
                    facts.ArmName(a.Arm), ReportNumber.PercentOf(a.Rate)(a.Rate), Chance(a.ChanceToBeBest), Loss(a.ExpectedLoss),
                ])],
            $"{scope} Exact posteriors with flat priors; the expected loss is the rate given up on average by choosing the arm. An order is no verdict.{caution}");
    }

    /// <summary>A probability that is neither 0 nor 1 is not rounded to either.</summary>
    private static string Chance(double? chance) => chance switch
    {
        null => ReportNumber.Missing,
        > 0.999 => ReportNumber.Unbreakable("> 99.9%"),
        < 0.001 => ReportNumber.Unbreakable("< 0.1%"),
        _ => ReportNumber.Percent(chance),
    };

    private static string Loss(double? loss) => loss switch
    {
        null => ReportNumber.Missing,
        < 0.00001 => ReportNumber.Unbreakable("< 0.001 pp"),
        _ => ReportNumber.PointsOf(loss)(loss).TrimStart('+'),
    };
}
