using System.Globalization;
using SkOrchestrator.Analysis;
using SkOrchestrator.Identity;
using SkOrchestrator.Terminal;
using Spectre.Console;

namespace SkOrchestrator.Analyses;

/// <summary>The result for people: each treatment over all segments, verdict, warnings, and where the files are. Fits 80 characters.</summary>
internal sealed class AnalysisScreen(TextWriter data, bool noColor)
{
    private readonly Screen _screen = new(data, noColor);

    public void Print(AnalysisResult result)
    {
        var analysis = result.Analysis;
        foreach (var line in result.Subject.InputLines)
        {
            _screen.Say(line);
        }

        _screen.Line();
        _screen.Write(TableOf(analysis));
        _screen.Line(HasNoVerdict(analysis) ? "– no verdict, or not estimable" : "▲ higher  ▼ lower  ● no clear difference  – not estimable");
        _screen.Line();
        foreach (var text in NotEstimable(analysis).Concat(Heterogeneity(analysis)))
        {
            _screen.Say(text);
        }

        _screen.Say($"Verdict: {analysis.Decision.Status.Replace('_', ' ')}");
        foreach (var text in (IEnumerable<string>)[.. analysis.Decision.Rules.Select(r => $"- {r}"), .. analysis.Decision.Caveats.Select(c => $"Caveat: {c}"), .. result.Warnings])
        {
            _screen.Say(text);
        }

        if (result.Subject.Rows.Rejected > 0)
        {
            var rows = result.Subject.Rows.Rejected == 1 ? "row" : "rows";
            _screen.Line(string.Create(CultureInfo.InvariantCulture, $"Rejected: {result.Subject.Rows.Rejected:N0} {rows}, listed in {result.Directory.DiagnosticsFile}"));
        }

        if (result.Subject.Diagnostics.Any(d => d.Action != "rejected"))
        {
            _screen.Line($"Values that are left out: listed in {result.Directory.DiagnosticsFile}");
        }

        _screen.Line($"Results: {result.Directory.AnalysisFile}");
        if (result.Report is { } report)
        {
            _screen.Line($"Report:  {report}");
        }
    }

    private Table TableOf(ExperimentAnalysis analysis)
    {
        var table = _screen.NewTable();
        var interval = FormattableString.Invariant($"{(1 - analysis.Alpha) * 100:0.##}% interval");
        table.AddColumn(new TableColumn(new Text("Metric\nTreatment")));
        table.AddColumn(new TableColumn(new Text("Treatment\nvs control")).RightAligned().NoWrap());
        table.AddColumn(new TableColumn(new Text($"Difference\n{interval}")).NoWrap());
        table.AddColumn(new TableColumn(new Text($"Lift\n{interval}")).NoWrap());
        table.AddColumn(new TableColumn(new Text($"p\n{Correction(analysis.Correction)}")).NoWrap());
        foreach (var metric in Overall(analysis).GroupBy(c => c.Metric).Where(m => m.Any(c => c.AbsoluteDifference is not null)))
        {
            table.AddRow(Cell(metric.Key == analysis.PrimaryMetric ? $"{metric.Key} (primary)" : metric.Key));
            foreach (var comparison in metric)
            {
                table.AddRow(Row(analysis, comparison));
            }
        }

        return table;
    }

    /// <summary>Each treatment over all segments.</summary>
    private static IEnumerable<Comparison> Overall(ExperimentAnalysis analysis) =>
        analysis.Comparisons.Where(c => c.Segment == SegmentId.All.Value && c.Arm != ArmId.AnyTreatment.Value).DistinctBy(c => (c.Metric, c.Arm));

    private static IEnumerable<string> NotEstimable(ExperimentAnalysis analysis) =>
        from comparison in Overall(analysis)
        where comparison.NotEstimable is not null
        group comparison.Arm by (comparison.Metric, Nothing: comparison.AbsoluteDifference is null, comparison.NotEstimable) into g
        select $"{g.Key.Metric} is {(g.Key.Nothing ? "not estimable" : "not estimable in full")}: {g.Key.NotEstimable}{Arms(analysis, [.. g])}.";

    /// <summary>Which arms, when it isn't all of them.</summary>
    private static string Arms(ExperimentAnalysis analysis, IReadOnlyList<string> arms) =>
        arms.Count == Overall(analysis).Select(c => c.Arm).Distinct().Count() ? string.Empty : $" ({string.Join(", ", arms)})";

    private static Text[] Row(ExperimentAnalysis analysis, Comparison comparison)
    {
        var isMean = Summary(analysis, comparison.Arm, comparison.Metric) is { Mean: not null };
        var scale = isMean ? 1 : 100;
        var difference = comparison.AbsoluteDifference;
        return
        [
            Cell($"{(HasNoVerdict(analysis) ? AnalysisNumber.Missing : Mark(comparison))} {comparison.Arm}"),
            Cell(Levels(analysis, comparison)),
            Cell($"{(isMean ? AnalysisNumber.SignedAmount(difference?.Estimate) : AnalysisNumber.Points(difference?.Estimate))}\n{AnalysisNumber.Range(difference, scale)}"),
            Cell($"{AnalysisNumber.Lift(comparison.RelativeLiftPercent?.Estimate)}\n{AnalysisNumber.Range(comparison.RelativeLiftPercent, 1, "0.0")}"),
            Cell(AnalysisNumber.P(comparison.PValueAdjusted ?? comparison.PValue)),
        ];
    }

    private static string Levels(ExperimentAnalysis analysis, Comparison comparison) =>
        $"{Level(Summary(analysis, comparison.Arm, comparison.Metric))}\nvs {Level(Summary(analysis, analysis.Control, comparison.Metric))}";

    private static MetricSummary? Summary(ExperimentAnalysis analysis, string arm, string metric) =>
        analysis.Arms.FirstOrDefault(a => a.Segment == SegmentId.All.Value && a.Arm == arm)?.Metrics.GetValueOrDefault(metric);

    private static string Level(MetricSummary? summary) => summary?.Mean is { } mean ? AnalysisNumber.Amount(mean) : AnalysisNumber.Percent(summary?.Rate);

    /// <summary>Whether nothing may be called significant, whatever the p-values: the split is broken, or the window is open.</summary>
    private static bool HasNoVerdict(ExperimentAnalysis analysis) => analysis.SampleRatio.Mismatch || analysis.Window is { IsOpen: true };

    private static string Mark(Comparison comparison) => comparison switch
    {
        { PValue: null } => AnalysisNumber.Missing,
        { Significant: true, AbsoluteDifference.Estimate: > 0 } => "▲",
        { Significant: true, AbsoluteDifference.Estimate: < 0 } => "▼",
        _ => "●",
    };

    private static string Correction(string name) => name switch { "holm" => "(Holm)", "bh" => "(BH)", _ => "(plain)" };

    private static IEnumerable<string> Heterogeneity(ExperimentAnalysis analysis)
    {
        var tests = analysis.Heterogeneity
            .Where(h => h.Metric == analysis.PrimaryMetric && h.Arm == ArmId.AnyTreatment.Value && h.PValue is not null)
            .DistinctBy(h => h.By)
            .Select(h => $"{h.By} {AnalysisNumber.P(h.PValueAdjusted ?? h.PValue)}")
            .ToList();
        return tests.Count == 0 ? [] : [$"Does the effect on {analysis.PrimaryMetric} differ by segment? Corrected p: {string.Join(", ", tests)}."];
    }

    private static Text Cell(string text) => new(string.Join('\n', text.Split('\n').Select(PlainText.Of)));
}
