namespace SkOrchestrator.Analyses;

/// <summary>What became of the rows of the input.</summary>
/// <param name="Total">Rows of a table or counts, or records of event files.</param>
/// <param name="Used">Rows that count; of event files, the records of assigned customers.</param>
/// <param name="Rejected">Rows that could not be read or used. In a table, all that are not used.</param>
internal sealed record AnalysisRows(long Total, long Used, long Rejected);
