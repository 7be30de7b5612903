namespace SkOrchestrator.Analyses;

/// <summary>What became of the rows of the input; <c>Total = Used + Rejected</c>.</summary>
internal sealed record AnalysisRows(long Total, long Used, long Rejected);
