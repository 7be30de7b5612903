using System.Text.Json.Nodes;

namespace SkOrchestrator.Analyses;

/// <summary>What <c>analyze --json</c> prints.</summary>
/// <param name="ExitCode">How the process ends.</param>
/// <param name="Directory">Where the files are.</param>
/// <param name="Files">The files by what they are.</param>
/// <param name="Rows">What became of the rows of the input.</param>
/// <param name="Warnings">What must not be overlooked.</param>
/// <param name="Analysis">The content of <c>analysis.json</c>, as it was written.</param>
internal sealed record AnalysisDocument(
    int ExitCode, string Directory, IReadOnlyDictionary<string, string> Files, AnalysisRows Rows, IReadOnlyList<string> Warnings, JsonNode? Analysis)
{
    public static AnalysisDocument Of(AnalysisResult result)
    {
        var files = new Dictionary<string, string>
        {
            ["analysis"] = result.Directory.AnalysisFile,
            ["results"] = result.Directory.ResultsFile,
            ["diagnostics"] = result.Directory.DiagnosticsFile,
        };
        if (result.Report is { } report)
        {
            files["report"] = report;
        }

        return new(SkOrchestrator.ExitCode.Done, result.Directory.Path, files, result.Subject.Rows, result.Warnings, JsonNode.Parse(File.ReadAllBytes(result.Directory.AnalysisFile)));
    }
}
