using SkOrchestrator.Analysis;

namespace SkOrchestrator.Analyses;

/// <summary>A finished analysis.</summary>
/// <param name="Subject">What was analysed.</param>
/// <param name="Analysis">What came out.</param>
/// <param name="Directory">Where it was written.</param>
/// <param name="Report">The path of the report, where one was written.</param>
internal sealed record AnalysisResult(AnalysisSubject Subject, ExperimentAnalysis Analysis, AnalysisDirectory Directory, string? Report)
{
    /// <summary>What must not be overlooked.</summary>
    public IReadOnlyList<string> Warnings => [.. Subject.Warnings, .. Analysis.Notes.Where(n => n.StartsWith("Warning:", StringComparison.Ordinal))];
}
