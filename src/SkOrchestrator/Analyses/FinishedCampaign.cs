using System.Globalization;
using System.Text.Json;
using SkOrchestrator.Messages;
using SkOrchestrator.Reporting;
using SkOrchestrator.Runs;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Analyses;

/// <summary>Reads what a finished run wrote beside its rows: segments and messages. What is missing there only costs words in the report.</summary>
internal static class FinishedCampaign
{
    private const string Analyses = "analyses";

    /// <summary>Makes the directory of the next analysis of a run, counted from 1. Its empty result file takes the number, so that two analyses at the same time don't share one.</summary>
    public static string TakeNextAnalysis(string run)
    {
        for (var number = NextNumber(run); ; number++)
        {
            var folder = Path.Combine(run, Analyses, number.ToString(CultureInfo.InvariantCulture));
            try
            {
                Directory.CreateDirectory(folder);
                File.Open(Path.Combine(folder, AnalysisFiles.AnalysisName), FileMode.CreateNew).Dispose();
                return folder;
            }
            catch (IOException) when (File.Exists(Path.Combine(folder, AnalysisFiles.AnalysisName)))
            {
                // somebody else was first
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw AnalysisDirectory.NotWritable(folder, exception);
            }
        }
    }

    private static int NextNumber(string run)
    {
        var folder = Path.Combine(run, Analyses);
        return 1 + (Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder).Select(d => int.TryParse(Path.GetFileName(d), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).DefaultIfEmpty().Max()
            : 0);
    }

    /// <summary>Labels of the segments by id.</summary>
    public static IReadOnlyDictionary<string, string> SegmentLabels(string run) =>
        Parse<List<Segment>>(Path.Combine(run, "segments.json"), File.ReadAllText)?.GroupBy(s => s.SegmentId.Value).ToDictionary(g => g.Key, g => g.First().Label)
        ?? [];

    /// <summary>The messages that were approved.</summary>
    public static IReadOnlyList<MessageVariant> ApprovedVariants(string run) =>
        Parse<List<MessageVariant>>(Path.Combine(run, "variants.jsonl"), path => $"[{string.Join(',', File.ReadLines(path))}]")?.Where(v => v.Status == VariantStatus.Approved).ToList()
        ?? [];

    private static T? Parse<T>(string path, Func<string, string> read)
        where T : class
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<T>(read(path), RunJson.Line) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
