using SkOrchestrator.Analysis;

namespace SkOrchestrator.Reporting;

/// <summary>Everything that the report of an analysis without a run may say: a labelled table, counts, or event files of a finished run.</summary>
public sealed record AnalysisReportInput
{
    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>One line below it, such as the file that was read.</summary>
    public required string Subtitle { get; init; }

    /// <summary>The analysis.</summary>
    public required ExperimentAnalysis Analysis { get; init; }

    /// <summary>The time that is written into the documents.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What was read, as sentences: files, rows, rejected rows, unmatched events.</summary>
    public IReadOnlyList<string> InputLines { get; init; } = [];

    /// <summary>Warnings for people, such as a column with empty cells.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The imported event files; empty without any.</summary>
    public IReadOnlyList<EventFileLine> EventFiles { get; init; } = [];

    /// <summary>Labels of segments by id; a segment without one is called by its id.</summary>
    public IReadOnlyDictionary<string, string> SegmentLabels { get; init; } = new Dictionary<string, string>();

    /// <summary>A word for what an arm sent, by arm, such as its tone; stands behind the arm in brackets.</summary>
    public IReadOnlyDictionary<string, string> ArmNames { get; init; } = new Dictionary<string, string>();

    /// <summary>How long after sending an event counts, by metric; empty = not known or not limited.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Windows { get; init; } = new SortedDictionary<string, TimeSpan>(StringComparer.Ordinal);
}
