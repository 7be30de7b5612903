using SkOrchestrator.Analysis;
using SkOrchestrator.Data;
using SkOrchestrator.Diagnostics;
using SkOrchestrator.Reporting;

namespace SkOrchestrator.Analyses;

/// <summary>What is analysed, and what there is to say about it.</summary>
internal sealed record AnalysisSubject : IDisposable
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

    /// <summary>What people should know about the input before they trust the numbers.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The imported event files.</summary>
    public IReadOnlyList<EventFileLine> EventFiles { get; init; } = [];

    /// <summary>Labels of segments by id.</summary>
    public IReadOnlyDictionary<string, string> SegmentLabels { get; init; } = new Dictionary<string, string>();

    /// <summary>A word for what an arm sent.</summary>
    public IReadOnlyDictionary<string, string> ArmNames { get; init; } = new Dictionary<string, string>();

    /// <summary>How long an event counts, by metric.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Windows { get; init; } = new Dictionary<string, TimeSpan>();

    /// <summary>The engagement of a run, which exports its own events and diagnostics; null with a table.</summary>
    public RunEngagement? Engagement { get; init; }

    /// <inheritdoc/>
    public void Dispose() => Engagement?.Dispose();
}
