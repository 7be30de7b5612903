using SkOrchestrator.Experiment;

namespace SkOrchestrator.Analysis;

/// <summary>The same customers in segments of another column: compared segment by segment, but not stratified over.</summary>
/// <param name="By">The column.</param>
/// <param name="Design">Its segments and arms.</param>
/// <param name="Cells">One cell per segment, arm and metric.</param>
public sealed record Breakdown(string By, ExperimentDesign Design, IReadOnlyList<CellSummary> Cells);
