using System.Globalization;
using SkOrchestrator.Analysis;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>Lift inside each segment of each breakdown, with sample sizes and significance; exploratory.</summary>
internal static class SegmentLiftSection
{
    private const string Joint = "interaction_lrt";

    public static ReportSection? Build(ReportFacts facts)
    {
        var tables = facts.IsMeasured ? facts.Breakdowns
            .Select((b, i) => (Figure: i == 0 ? null : LiftSection.BySegment(facts, i), Table: Table(facts, b, i))).Where(x => x.Table is not null).ToList() : [];
        if (tables.Count == 0)
        {
            return null;
        }

        var blocks = new List<ReportBlock>
        {
            new Callout(CalloutKind.Note, "Exploratory",
            [
                "Segments are smaller than the whole and there are many of them: some will look good by chance. " +
                "Use these numbers to choose what to test next, not to choose winners.",
            ]),
        };
        if (facts.Campaign is null && Heterogeneity(facts) is { } first)
        {
            // whether effects differ is the question; the segments are the detail
            blocks.Add(new BulletList([.. Sentences(facts)]));
            blocks.Add(first);
        }

        foreach (var (figure, table) in tables)
        {
            blocks.AddRange(new ReportBlock?[] { figure, table }.OfType<ReportBlock>());
        }

        if (facts.Campaign is not null && Heterogeneity(facts) is { } last)
        {
            blocks.Add(last);
        }

        return new ReportSection("segment-lift", "Lift by segment", blocks);
    }

    /// <summary>Whether the effect differs between the segments of a breakdown: only a corrected p-value below alpha says so; null = nothing can be said.</summary>
    public static bool? Differs(ReportFacts facts, HeterogeneityResult h) =>
        h.PValueAdjusted is { } p && facts.MayBeRead && !facts.IsOpen ? p < facts.Analysis.Alpha : null;

    /// <summary>What makes the segments, as part of a sentence.</summary>
    public static string By(HeterogeneityResult h) => h.By == ReportBreakdown.Segment ? "segments" : $"the values of {ReportText.Line(h.By)}";

    private static ReportTable? Table(ReportFacts facts, ReportBreakdown breakdown, int index)
    {
        var rows = breakdown.Segments.SelectMany(s => facts.TreatmentIds.Select(a => Row(facts, s, a))).OfType<IReadOnlyList<string>>().ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        List<ReportColumn> columns =
        [
            new("Segment"), new("Arm"), new("Control", true), new("Treatment", true), new($"Lift ({facts.IntervalLevel})", true),
        ];
        if (facts.IsSimulated)
        {
            columns.Add(new("Declared lift", true));
        }

        columns.AddRange([new("p", true), new("p corrected", true), new("Verdict")]);
        var id = index == 0 ? "segment-lift" : string.Create(CultureInfo.InvariantCulture, $"segment-lift-{index + 1}");
        return new ReportTable(id, $"{ReportFacts.MetricHeading(facts.Primary)} by {ReportText.Line(breakdown.By)} (exploratory)", columns, rows);
    }

    private static ReportTable? Heterogeneity(ReportFacts facts)
    {
        var all = Questions(facts);
        var results = all.Where(q => q.Metric == facts.Primary || q.OneScaleOnly || Differs(facts, q) == true).ToList();
        if (results.Count == 0)
        {
            return null;
        }

        var isNamed = results.Exists(h => h.By != ReportBreakdown.Segment);
        return new ReportTable(
            "heterogeneity", "Does the effect differ between segments?",
            [
                .. isNamed ? [new ReportColumn("Segments by")] : Array.Empty<ReportColumn>(),
                new("Metric"), new("Arm"), new("Test"), new("Statistic", true), new("p", true), new("p corrected", true), new("Reading"),
            ],
            [.. results.Select(h => (IReadOnlyList<string>)
                [
                    .. isNamed ? [ReportText.Line(h.By)] : Array.Empty<string>(),
                    ReportFacts.MetricName(h.Metric), facts.ArmName(h.Arm), TestWords.Of(h.Test),
                    ReportNumber.General(h.Statistic), ReportNumber.P(h.PValue), ReportNumber.P(h.PValueAdjusted), Reading(facts, h),
                ])],
            HeterogeneityNote(facts, results, all.Count));
    }

    /// <summary>One row for each breakdown, metric and arm: of several tests the least convinced one, which the corrected p-value rests on.</summary>
    private static List<HeterogeneityResult> Questions(ReportFacts facts) =>
    [
        .. facts.Analysis.Heterogeneity.GroupBy(h => (h.By, h.Metric, h.Arm))
            .Select(g => g.OrderByDescending(h => h.PValueAdjusted ?? -1).ThenByDescending(h => h.PValue ?? -1).First() with { OneScaleOnly = g.Any(h => h.OneScaleOnly) }),
    ];

    private static string Reading(ReportFacts facts, HeterogeneityResult h) => Differs(facts, h) switch
    {
        true => "▲ effect differs",
        false => h.OneScaleOnly ? "● on one scale only" : "● no sign of it",
        null => h.PValueAdjusted is null ? "– not estimable" : "– not to be read",
    };

    private static string? HeterogeneityNote(ReportFacts facts, List<HeterogeneityResult> shown, int questions)
    {
        // the correction counts the joint test of all arms as a question of its own
        var tested = facts.Analysis.Heterogeneity.Where(h => h.PValueAdjusted is not null).GroupBy(h => (h.By, h.Metric, h.Arm, h.Test == Joint)).Count();
        string?[] sentences =
        [
            tested > 0
                ? $"p corrected: by Holm over all {ReportNumber.Count(tested, "question")} of this kind, on every column, metric and arm, so that any false find among them has at most the probability alpha. " +
                  "Where a question has several tests, the largest of their p-values counts and stands here." : null,
            shown.Exists(h => h.OneScaleOnly)
                ? "On one scale only: the segments start from different rates, so an effect that is the same in points differs in odds, or the other way round." : null,
            shown.Count < questions ? $"Of {ReportNumber.Count(questions)} questions those on other metrics without a sign of a difference stand in analysis.json only." : null,
        ];
        return sentences.OfType<string>().ToList() is { Count: > 0 } note ? string.Join(' ', note) : null;
    }

    /// <summary>A sentence for each effect that differs, and one for all the columns where none does.</summary>
    private static IEnumerable<string> Sentences(ReportFacts facts)
    {
        var answers = Questions(facts).Where(h => h.Metric == facts.Primary)
            .Select(h => (Result: h, Differs: Differs(facts, h))).Where(x => x.Differs is not null).ToList();
        foreach (var (result, _) in answers.Where(x => x.Differs == true))
        {
            yield return $"The effect of {facts.ArmName(result.Arm)} on {ReportFacts.MetricName(result.Metric)} differs between {By(result)} (corrected {ReportNumber.PIs(result.PValueAdjusted)}).";
        }

        var alike = answers.GroupBy(x => By(x.Result)).Where(g => g.All(x => x.Differs == false)).ToList();
        if (alike.Count > 0)
        {
            yield return $"There is no sign that an effect on {ReportFacts.MetricName(facts.Primary)} differs between {string.Join(", or between ", alike.Select(g => g.Key))} " +
                $"(smallest corrected {ReportNumber.PIs(alike.Min(g => g.Min(x => x.Result.PValueAdjusted)))}).";
        }
    }

    private static IReadOnlyList<string>? Row(ReportFacts facts, string segment, string arm)
    {
        if (facts.Comparison(segment, arm, facts.Primary) is not { } c)
        {
            return null;
        }

        List<string> cells =
        [
            facts.SegmentName(segment), facts.ArmName(arm), Counts(facts, segment, facts.Analysis.Control), Counts(facts, segment, arm),
            ScorecardSection.Estimate(c.RelativeLiftPercent, ReportNumber.Lift),
        ];
        if (facts.IsSimulated)
        {
            cells.Add(ReportNumber.Lift(c.DeclaredLiftPercent));
        }

        cells.AddRange([ReportNumber.P(c.PValue), ReportNumber.P(c.PValueAdjusted), ScorecardSection.Verdict(facts, c)]);
        return cells;
    }

    private static string Counts(ReportFacts facts, string segment, string arm) => facts.Summary(segment, arm, facts.Primary) switch
    {
        null => ReportNumber.Missing,
        { Trials: not null } s => $"{ReportNumber.Unbreakable($"{ReportNumber.Count(s.Successes)} / {ReportNumber.Count(s.Trials)}")} ({ReportNumber.PercentOf(s.Rate)(s.Rate)})",
        var s => $"{ReportNumber.AmountOf(s.Mean)(s.Mean)} (n = {ReportNumber.Count(s.N)})",
    };
}
