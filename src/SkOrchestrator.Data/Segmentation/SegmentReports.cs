using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Data.Segmentation;

/// <summary>Writes <c>segments.json</c> and <c>segment_summary.csv</c>; the same segments give the same bytes.</summary>
public static class SegmentReports
{
    /// <summary>The file of the segments.</summary>
    public const string SegmentsFile = "segments.json";

    /// <summary>The file of the distributions.</summary>
    public const string SummaryFile = "segment_summary.csv";

    private const string Header = "segment_id,label,size,share,feature,mean_or_share,std,min,p25,median,p75,max";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>Writes both files into the run directory.</summary>
    public static void Write(string runDirectory, SegmentationResult result)
    {
        File.WriteAllText(Path.Combine(runDirectory, SegmentsFile), JsonSerializer.Serialize(result.Segments, Json) + "\n");
        File.WriteAllText(Path.Combine(runDirectory, SummaryFile), Summary(result));
    }

    private static string Summary(SegmentationResult result)
    {
        var text = new StringBuilder(Header).Append('\n');
        var segments = result.Segments.ToDictionary(s => s.SegmentId);
        foreach (var line in result.Statistics)
        {
            var segment = segments[line.SegmentId];
            text.AppendJoin(
                ',',
                segment.SegmentId.Value,
                Cell(segment.Label),
                segment.Size.ToString(CultureInfo.InvariantCulture),
                Number(segment.Share),
                Cell(line.Feature),
                Number(line.MeanOrShare),
                Number(line.StandardDeviation),
                Number(line.Minimum),
                Number(line.LowerQuartile),
                Number(line.Median),
                Number(line.UpperQuartile),
                Number(line.Maximum)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A text cell: made inert where a spreadsheet would take it for a formula, quoted where CSV needs it.</summary>
    private static string Cell(string text)
    {
        var inert = text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return inert.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{inert.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : inert;
    }

    private static string Number(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? string.Empty;
}
