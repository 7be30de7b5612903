using SkOrchestrator.Analysis;
using SkOrchestrator.Diagnostics;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Tables;

/// <summary>An experiment that was carried out elsewhere, summarised; arms keep the names they have in the file.</summary>
public sealed record ImportedExperiment
{
    /// <summary>The file name without folders.</summary>
    public required string File { get; init; }

    /// <summary>Rows of the file; <c>Used + Rejected</c>.</summary>
    public required long Rows { get; init; }

    /// <summary>Rows behind the cells.</summary>
    public required long Used { get; init; }

    /// <summary>Rows that were left out, each with a diagnostic up to a limit.</summary>
    public long Rejected => Rows - Used;

    /// <summary>The control arm.</summary>
    public required ArmId Control { get; init; }

    /// <summary>Customers behind each arm, control first and then by name.</summary>
    public required IReadOnlyList<ArmTotal> Arms { get; init; }

    /// <summary>Planned shares by arm; they add up to 1.</summary>
    public required IReadOnlyDictionary<ArmId, double> Weights { get; init; }

    /// <summary>The metrics, without the capped ones.</summary>
    public required IReadOnlyList<string> Metrics { get; init; }

    /// <summary>Those that are a number per customer, the capped ones included.</summary>
    public required IReadOnlySet<string> NumericMetrics { get; init; }

    /// <summary>What the segments of <see cref="Design"/> are made by.</summary>
    public string StratifiedBy { get; init; } = "segment";

    /// <summary>The segments that are stratified over, each with its arms.</summary>
    public required ExperimentDesign Design { get; init; }

    /// <summary>One cell per segment, arm and metric.</summary>
    public required IReadOnlyList<CellSummary> Cells { get; init; }

    /// <summary>Further breakdowns.</summary>
    public IReadOnlyList<Breakdown> Breakdowns { get; init; } = [];

    /// <summary>Each metric with each covariate.</summary>
    public IReadOnlyList<PairedCell> Covariates { get; init; } = [];

    /// <summary>What a reader should know, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The rejected rows, the first ones of the file.</summary>
    public IReadOnlyList<RowDiagnostic> Diagnostics { get; init; } = [];
}
