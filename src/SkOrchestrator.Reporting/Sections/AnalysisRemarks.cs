namespace SkOrchestrator.Reporting.Sections;

/// <summary>The notes of the analysis, parted into what limits this result and what explains how numbers are made.</summary>
internal static class AnalysisRemarks
{
    private static readonly string[] Beginnings = ["Warning:", "Few events:", "Reversal:"];

    /// <summary>What limits the result; shown where results are first read.</summary>
    public static IReadOnlyList<string> Warnings(ReportFacts facts) =>
        [.. facts.Analysis.Notes.Where(IsWarning).Select(n => facts.Sentence(n.Replace("Warning:", string.Empty, StringComparison.Ordinal)))];

    /// <summary>How the numbers are made; shown with the method.</summary>
    public static IReadOnlyList<string> Method(ReportFacts facts) => [.. facts.Analysis.Notes.Where(n => !IsWarning(n)).Select(n => facts.Sentence(n))];

    private static bool IsWarning(string note) => Beginnings.Any(b => note.StartsWith(b, StringComparison.Ordinal));
}
