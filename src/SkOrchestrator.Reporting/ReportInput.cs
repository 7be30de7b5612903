using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;
using SkOrchestrator.Messages;
using SkOrchestrator.Runs;
using SkOrchestrator.Safety;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Reporting;

/// <summary>Everything a report may say. Every number of the report comes from here; none is typed.</summary>
public sealed record ReportInput
{
    /// <summary>The manifest of the run, as complete as it is when the report is written.</summary>
    public required RunManifest Run { get; init; }

    /// <summary>Who sends.</summary>
    public required BrandOptions Brand { get; init; }

    /// <summary>The segments, largest first.</summary>
    public required IReadOnlyList<Segment> Segments { get; init; }

    /// <summary>All variants, blocked and failed ones included, control too.</summary>
    public required IReadOnlyList<MessageVariant> Variants { get; init; }

    /// <summary>One verdict per screened variant.</summary>
    public required IReadOnlyList<SafetyVerdict> Verdicts { get; init; }

    /// <summary>The analysis; not estimable when there was no experiment.</summary>
    public required ExperimentAnalysis Analysis { get; init; }

    /// <summary>The result in words, from the experiment agent; null = none. Advisory: it is shown as a quotation with its author.</summary>
    public string? Narration { get; init; }

    /// <summary>Warnings of the run for people, such as a missing consent column.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>How long after sending an event counts, by metric; empty = not known, and the notebook leaves the recount from events out.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Windows { get; init; } = new SortedDictionary<string, TimeSpan>(StringComparer.Ordinal);

    /// <summary>Lines of <c>diagnostics.csv</c>.</summary>
    public long DiagnosticCount { get; init; }

    /// <summary>Approved variants, control first, then by segment and arm.</summary>
    internal IReadOnlyList<MessageVariant> Approved => [.. Variants.Where(v => v.Status == VariantStatus.Approved)];

    /// <summary>How many variants ended this way.</summary>
    internal int CountOf(VariantStatus status) => Variants.Count(v => v.Status == status);
}
