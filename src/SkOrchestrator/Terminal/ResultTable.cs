using System.Globalization;
using SkOrchestrator.Analysis;
using SkOrchestrator.Campaign;
using SkOrchestrator.Identity;
using Spectre.Console;

namespace SkOrchestrator.Terminal;

/// <summary>The closing table: segments, messages, lift of the primary metric with its interval, verdict, and what to do next.</summary>
internal sealed class ResultTable
{
    private const int PlainWidth = 120;
    private readonly IAnsiConsole _console;
    private readonly bool _isTerminal;

    public ResultTable(TextWriter data, bool noColor)
    {
        _isTerminal = !Console.IsOutputRedirected && ReferenceEquals(data, Console.Out);
        _console = Terminals.Of(data, noColor);
        if (!_isTerminal)
        {
            _console.Profile.Width = PlainWidth;
        }
    }

    public void Print(CampaignContext context, int exitCode)
    {
        var analysis = context.Analysis;
        var table = new Table { Border = _isTerminal ? TableBorder.Rounded : TableBorder.Ascii, ShowRowSeparators = false };
        table.AddColumn("Segment");
        table.AddColumn(new TableColumn("Customers").RightAligned());
        table.AddColumn(new TableColumn("Messages"));
        table.AddColumn(new TableColumn($"Lift of {Words(analysis?.PrimaryMetric)} (95% interval)".Replace("95%", Level(analysis), StringComparison.Ordinal)));
        foreach (var segment in context.Segments)
        {
            table.AddRow(Cells(segment.Label, segment.Size, ResultDocumentSegment.Of(context.Variants, segment.SegmentId, segment.Label, segment.Size), Best(context, segment.SegmentId.Value)));
        }

        table.AddRow(Cells(
            "All segments, any treatment", context.Funnel.Assigned, ResultDocumentSegment.Of(context.Variants, SegmentId.All, "control", 0), Lift(Find(analysis, "all", ArmId.AnyTreatment.Value))));
        Line(string.Empty);
        if (context.Manifest.EngagementSource == "simulated")
        {
            Line("SIMULATED engagement: nobody was mailed. The numbers show how the analysis works, not what customers do.");
        }

        _console.Write(table);
        if (analysis is not null)
        {
            Line($"Verdict: {analysis.Decision.Status.Replace('_', ' ')}. {string.Join(' ', analysis.Decision.Rules)}");
        }

        if (exitCode == ExitCode.NothingApproved)
        {
            Line("Nothing can be sent: there is no approved control with an approved treatment. The report says why.");
        }

        Line($"Report:  {context.Directory.HtmlReport}");
        Line($"Next:    orchestrator audit verify {context.Directory.Path}");
    }

    private static IReadOnlyList<Text> Cells(string label, long customers, ResultDocumentSegment messages, string lift) =>
    [
        new(PlainText.Of(label)),
        new(customers.ToString("N0", CultureInfo.InvariantCulture)),
        new($"{messages.Approved} approved, {messages.Blocked} blocked" + (messages.Failed > 0 ? $", {messages.Failed} failed" : string.Empty)),
        new(lift),
    ];

    private static string Best(CampaignContext context, string segment)
    {
        var best = context.Analysis?.Comparisons
            .Where(c => c.Segment == segment && c.Metric == context.Analysis.PrimaryMetric && c.RelativeLiftPercent?.Estimate is not null)
            .MaxBy(c => c.RelativeLiftPercent!.Estimate);
        if (best is null)
        {
            return "not estimable";
        }

        var tone = context.Configuration.Experiment.Arms.FirstOrDefault(a => a.Id.Value == best.Arm)?.Tone;
        return $"{Lift(best)} {tone ?? best.Arm}";
    }

    private static Comparison? Find(ExperimentAnalysis? analysis, string segment, string arm) =>
        analysis?.Comparisons.FirstOrDefault(c => c.Segment == segment && c.Arm == arm && c.Metric == analysis.PrimaryMetric);

    private static string Lift(Comparison? comparison) => comparison?.RelativeLiftPercent is { Estimate: { } estimate } lift
        ? $"{Signed(estimate)} [{Signed(lift.CiLow)}, {Signed(lift.CiHigh)}]"
        : "not estimable";

    private static string Signed(double? percent) => percent is { } value ? value.ToString("+0.0'%';−0.0'%'", CultureInfo.InvariantCulture) : "unbounded";

    private static string Words(string? metric) => metric?.Replace('_', ' ') ?? "the primary metric";

    private static string Level(ExperimentAnalysis? analysis) => (1 - (analysis?.Alpha ?? 0.05)).ToString("P0", CultureInfo.InvariantCulture).Replace(" ", string.Empty, StringComparison.Ordinal);

    private void Line(string text) => _console.WriteLine(PlainText.Of(text));
}
