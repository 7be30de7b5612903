using System.Globalization;
using SkOrchestrator.Reporting.Model;
using SkOrchestrator.Runs;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>How the numbers were made, with everything needed to make them again.</summary>
internal static class MethodSection
{
    public static ReportSection Build(ReportFacts facts)
    {
        var run = facts.Campaign?.Run;
        return new ReportSection("method", "Method and settings",
        [
            new Paragraph("Every assigned customer counts, whether or not the mail was opened (intention to treat). " +
                (facts.Breakdowns.Count > 0 ? $"Estimates over all segments are stratified by {Strata(facts)}. " : string.Empty) +
                "Intervals and p-values belong to two-sided tests. The numbers of this report are those of analysis.json; " +
                "the notebook beside it computes rates and lifts again from the counts and compares them."),
            .. AnalysisRemarks.Method(facts) is { Count: > 0 } remarks ? [new BulletList(remarks)] : Array.Empty<ReportBlock>(),
            .. MethodWords.Of(facts) is { Count: > 0 } methods ? [new Subheading("Methods used"), new BulletList(methods)] : Array.Empty<ReportBlock>(),
            new ReportTable("settings", "Settings", [new("Setting"), new("Value")], [.. run is null ? AnalysisSettings(facts) : RunSettings(facts, run)]),
            .. Files("inputs", "Input files", run?.Inputs.Select(i => (i.Path, i.Sha256, i.Rows)) ?? []),
            .. Files("configuration", "Configuration", run?.Config.Select(c => (c.Name, c.Sha256, (long?)null)) ?? []),
            .. Files("prompts", "Prompts", run?.Prompts.Select(p => (p.Name, p.Sha256, (long?)null)) ?? []),
            new Paragraph("The web page is the accessible version of this report: the PDF has no tags, and shows ? for characters that its font lacks.", IsNote: true),
        ]);
    }

    private static string Strata(ReportFacts facts) =>
        facts.Breakdowns[0].By == ReportBreakdown.Segment ? "segment" : ReportText.Line(facts.Breakdowns[0].By);

    private static IEnumerable<IReadOnlyList<string>> AnalysisSettings(ReportFacts facts) =>
    [
        ["Experiment", ReportText.Line(facts.Analysis.ExperimentId)],
        ["Written", ReportNumber.Moment(facts.Source!.CreatedAt)],
        .. Statistics(facts),
        ["Control", ReportText.Line(facts.Analysis.Control)],
        .. facts.TreatmentIds.Select(a => (IReadOnlyList<string>)["Treatment " + facts.ArmShortName(a), ReportText.Line(a)]),
        .. Windows(facts),
        .. facts.Analysis.Window is { } window ? [["Data as of", ReportNumber.Moment(window.AsOf)]] : Array.Empty<IReadOnlyList<string>>(),
    ];

    private static IEnumerable<IReadOnlyList<string>> RunSettings(ReportFacts facts, RunManifest run) =>
    [
        ["Run", ReportText.Line(run.RunId)],
        ["Experiment", ReportText.Line(facts.Analysis.ExperimentId)],
        ["Started", ReportNumber.Moment(run.StartedAt)],
        ["Finished", run.FinishedAt is null ? "see run.json" : ReportNumber.Moment(run.FinishedAt)],
        ["Offers and approvals judged at", ReportNumber.Moment(run.SendAt)],
        ["Seed", run.Seed.ToString(CultureInfo.InvariantCulture)],
        ["Provider", ReportText.Line(run.Provider)],
        ["Writer", ReportText.Line(run.Writer)],
        ["Safety screen", ReportText.Line(run.Screen)],
        .. Statistics(facts),
        .. Windows(facts),
        .. run.Versions.OrderBy(v => v.Key, StringComparer.Ordinal)
            .Select(v => (IReadOnlyList<string>)["Version of " + ReportText.Line(v.Key), ReportText.Line(v.Value)]),
        ["Model calls", ReportNumber.Count(run.Usage.ModelCalls)],
        ["Tokens in, out", $"{ReportNumber.Count(run.Usage.InputTokens)}, {ReportNumber.Count(run.Usage.OutputTokens)}"],
        ["Cost, USD", run.Usage.CostUsd.ToString("#,0.0000", CultureInfo.InvariantCulture)],
        ["Content searches", ReportNumber.Count(run.Usage.SearchCalls)],
        ["Safety calls", ReportNumber.Count(run.Usage.SafetyCalls)],
    ];

    private static IEnumerable<IReadOnlyList<string>> Statistics(ReportFacts facts) =>
    [
        ["Engagement", ReportText.Line(facts.Analysis.EngagementSource)],
        ["Primary metric", ReportFacts.MetricName(facts.Primary)],
        ["Significance level (alpha)", ReportNumber.General(facts.Analysis.Alpha)],
        ["Correction over treatments", facts.Family > 1 ? ReportText.Line(facts.Analysis.Correction) : "nothing to correct with one treatment"],
        ["Tests used", Tests(facts)],
    ];

    private static IEnumerable<IReadOnlyList<string>> Windows(ReportFacts facts) => facts.Windows.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => (IReadOnlyList<string>)
        [$"Window of {ReportFacts.MetricName(w.Key)}", ReportNumber.General(w.Value.TotalDays) + " days after sending"]);

    private static IEnumerable<ReportBlock> Files(string id, string caption, IEnumerable<(string Name, string Sha256, long? Rows)> files)
    {
        var list = files.ToList();
        if (list.Count == 0)
        {
            yield break;
        }

        var hasRows = list.Exists(f => f.Rows is not null);
        yield return new ReportTable(
            id, caption,
            hasRows ? [new("File"), new("Rows", true), new("SHA-256")] : [new("File"), new("SHA-256")],
            [.. list.Select(f => (IReadOnlyList<string>)(hasRows
                ? [ReportText.Line(f.Name), ReportNumber.Count(f.Rows), ReportText.Line(f.Sha256)]
                : [ReportText.Line(f.Name), ReportText.Line(f.Sha256)]))]);
    }

    private static string Tests(ReportFacts facts)
    {
        var tests = facts.Analysis.Comparisons.Where(c => c.Test != "none").Select(c => TestWords.Of(c.Test)).Distinct(StringComparer.Ordinal).OrderBy(t => t, StringComparer.Ordinal);
        return string.Join(", ", tests) is { Length: > 0 } text ? text : ReportNumber.Missing;
    }
}
