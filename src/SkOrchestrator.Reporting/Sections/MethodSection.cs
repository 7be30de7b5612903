using System.Globalization;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>How the numbers were made, with everything needed to make them again.</summary>
internal static class MethodSection
{
    public static ReportSection Build(ReportFacts facts)
    {
        var (run, analysis) = (facts.Input.Run, facts.Analysis);
        List<IReadOnlyList<string>> settings =
        [
            ["Run", ReportText.Line(run.RunId)],
            ["Experiment", ReportText.Line(analysis.ExperimentId)],
            ["Started", ReportNumber.Moment(run.StartedAt)],
            ["Finished", run.FinishedAt is null ? "see run.json" : ReportNumber.Moment(run.FinishedAt)],
            ["Offers and approvals judged at", ReportNumber.Moment(run.SendAt)],
            ["Seed", run.Seed.ToString(CultureInfo.InvariantCulture)],
            ["Provider", ReportText.Line(run.Provider)],
            ["Writer", ReportText.Line(run.Writer)],
            ["Safety screen", ReportText.Line(run.Screen)],
            ["Engagement", ReportText.Line(analysis.EngagementSource)],
            ["Primary metric", ReportFacts.MetricName(analysis.PrimaryMetric)],
            ["Significance level (alpha)", ReportNumber.General(analysis.Alpha)],
            ["Correction over treatments", ReportText.Line(analysis.Correction)],
            ["Tests used", Tests(facts)],
            .. facts.Input.Windows.OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => (IReadOnlyList<string>)
                [$"Window of {ReportFacts.MetricName(w.Key)}", ReportNumber.General(w.Value.TotalDays) + " days after sending"]),
            .. run.Versions.OrderBy(v => v.Key, StringComparer.Ordinal)
                .Select(v => (IReadOnlyList<string>)["Version of " + ReportText.Line(v.Key), ReportText.Line(v.Value)]),
            ["Model calls", ReportNumber.Count(run.Usage.ModelCalls)],
            ["Tokens in, out", $"{ReportNumber.Count(run.Usage.InputTokens)}, {ReportNumber.Count(run.Usage.OutputTokens)}"],
            ["Cost, USD", run.Usage.CostUsd.ToString("#,0.0000", CultureInfo.InvariantCulture)],
            ["Content searches", ReportNumber.Count(run.Usage.SearchCalls)],
            ["Safety calls", ReportNumber.Count(run.Usage.SafetyCalls)],
        ];
        return new ReportSection("method", "Method and settings",
        [
            new Paragraph("Every assigned customer counts, whether or not the mail was opened (intention to treat). Estimates over all segments are " +
                "stratified by segment. Intervals and p-values belong to two-sided tests. The numbers of this report are those of analysis.json; " +
                "the notebook beside it computes rates and lifts again from the counts and compares them."),
            .. AnalysisRemarks.Method(facts) is { Count: > 0 } remarks ? [new BulletList(remarks)] : Array.Empty<ReportBlock>(),
            new ReportTable("settings", "Settings", [new("Setting"), new("Value")], settings),
            .. Files("inputs", "Input files", run.Inputs.Select(i => (i.Path, i.Sha256, i.Rows))),
            .. Files("configuration", "Configuration", run.Config.Select(c => (c.Name, c.Sha256, (long?)null))),
            .. Files("prompts", "Prompts", run.Prompts.Select(p => (p.Name, p.Sha256, (long?)null))),
            new Paragraph("The web page is the accessible version of this report: the PDF has no tags, and shows ? for characters that its font lacks.", IsNote: true),
        ]);
    }

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
        var tests = facts.Analysis.Comparisons.Where(c => c.Test != "none").Select(c => TestName(c.Test)).Distinct(StringComparer.Ordinal).OrderBy(t => t, StringComparer.Ordinal);
        return string.Join(", ", tests) is { Length: > 0 } text ? text : ReportNumber.Missing;
    }

    private static string TestName(string test) => test switch
    {
        "chi_square" => "chi-square",
        "fisher" => "Fisher's exact test",
        "cmh" => "Cochran–Mantel–Haenszel",
        "welch_t" => "Welch's t-test",
        _ => ReportText.Line(test),
    };
}
