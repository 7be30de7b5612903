using SkOrchestrator.Analysis;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Analyses;

/// <summary>What is analysed, and what there is to say about it.</summary>
internal sealed record AnalysisSubject
{
    /// <summary>The heading of the report.</summary>
    public required string Title { get; init; }

    /// <summary>One line below it.</summary>
    public required string Subtitle { get; init; }

    public required AnalysisInput Input { get; init; }

    public required AnalysisRows Rows { get; init; }

    /// <summary>What was read, as sentences.</summary>
    public required IReadOnlyList<string> InputLines { get; init; }

    /// <summary>The rejected rows.</summary>
    public IReadOnlyList<RowDiagnostic> Diagnostics { get; init; } = [];
}
