using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SkOrchestrator.Analysis;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Reporting;

/// <summary>Writes and reads <c>analysis.json</c>, and writes the same comparisons as a flat table, <c>results.csv</c>.</summary>
public static class AnalysisFiles
{
    /// <summary>The file name of the analysis.</summary>
    public const string AnalysisName = "analysis.json";

    /// <summary>The file name of the table.</summary>
    public const string ResultsName = "results.csv";

    private const string Columns =
        "segment,arm,metric,control_successes,control_trials,successes,trials,difference,difference_low,difference_high," +
        "lift_percent,lift_low,lift_high,test,p_value,p_value_adjusted,significant,chance_to_beat_control,not_estimable";

    private static readonly AnalysisJson Json =
        new(new JsonSerializerOptions(AnalysisJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Writes both files into a directory, which is made if it is missing.</summary>
    public static void Write(ExperimentAnalysis analysis, string runDirectory)
    {
        Directory.CreateDirectory(runDirectory);
        File.WriteAllBytes(Path.Combine(runDirectory, AnalysisName), Bytes(analysis));
        File.WriteAllText(Path.Combine(runDirectory, ResultsName), Results(analysis));
    }

    /// <summary>Reads the analysis of a run.</summary>
    /// <exception cref="InvalidDataException">The file is not an analysis.</exception>
    public static ExperimentAnalysis Read(string runDirectory)
    {
        var path = Path.Combine(runDirectory, AnalysisName);
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), Json.ExperimentAnalysis)
                ?? throw new InvalidDataException($"{path} is empty.");
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{path} is not an analysis: {problem.Message}", problem);
        }
    }

    /// <summary>The bytes of <c>analysis.json</c>.</summary>
    internal static byte[] Bytes(ExperimentAnalysis analysis) => [.. JsonSerializer.SerializeToUtf8Bytes(analysis, Json.ExperimentAnalysis), (byte)'\n'];

    /// <summary>The text of <c>results.csv</c>.</summary>
    internal static string Results(ExperimentAnalysis analysis)
    {
        var csv = new StringBuilder(Columns).Append('\n');
        foreach (var c in analysis.Comparisons)
        {
            var (controlSuccesses, controlTrials) = Totals(analysis, c, [analysis.Control]);
            var (successes, trials) = Totals(analysis, c, c.Arm == ArmId.AnyTreatment.Value ? Treatments(analysis) : [c.Arm]);
            csv.AppendJoin(',',
                Text(c.Segment), Text(c.Arm), Text(c.Metric), Number(controlSuccesses), Number(controlTrials), Number(successes), Number(trials),
                Number(c.AbsoluteDifference?.Estimate), Number(c.AbsoluteDifference?.CiLow), Number(c.AbsoluteDifference?.CiHigh),
                Number(c.RelativeLiftPercent?.Estimate), Number(c.RelativeLiftPercent?.CiLow), Number(c.RelativeLiftPercent?.CiHigh),
                Text(c.Test), Number(c.PValue), Number(c.PValueAdjusted), c.Significant ? "true" : "false", Number(c.ChanceToBeatControl), Text(c.NotEstimable))
                .Append('\n');
        }

        return csv.ToString();
    }

    /// <summary>Successes and customers behind one side of a comparison; over all segments, those of the segments that it includes.</summary>
    private static (long? Successes, long? Trials) Totals(ExperimentAnalysis analysis, Comparison c, IReadOnlyList<string> arms)
    {
        IReadOnlyList<string> segments = c.Segment == SegmentId.All.Value && c.SegmentsIncluded.Count > 0 ? c.SegmentsIncluded : [c.Segment];
        var cells = analysis.Arms.Where(a => segments.Contains(a.Segment) && arms.Contains(a.Arm))
            .Select(a => a.Metrics.GetValueOrDefault(c.Metric)).OfType<MetricSummary>().ToList();
        return (
            cells.Exists(m => m.Successes is not null) ? cells.Sum(m => m.Successes) : null,
            cells.Exists(m => (m.Trials ?? m.N) is not null) ? cells.Sum(m => m.Trials ?? m.N) : null);
    }

    private static IReadOnlyList<string> Treatments(ExperimentAnalysis analysis) =>
        [.. analysis.Arms.Select(a => a.Arm).Where(a => a != analysis.Control && a != ArmId.AnyTreatment.Value).Distinct(StringComparer.Ordinal)];

    private static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? string.Empty;

    /// <summary>A text cell: quoted where needed, and inert where a spreadsheet would take it for a formula.</summary>
    private static string Text(string? value)
    {
        var text = value ?? string.Empty;
        text = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
