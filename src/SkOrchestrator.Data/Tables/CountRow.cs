namespace SkOrchestrator.Data.Tables;

/// <summary>A usable row of a table of counts.</summary>
/// <param name="Line">The line.</param>
/// <param name="Segment">The segment; <c>all</c> where the row names none.</param>
/// <param name="Arm">The arm.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Successes">Customers with the event.</param>
/// <param name="Trials">Customers.</param>
internal sealed record CountRow(long Line, string Segment, string Arm, string Metric, long Successes, long Trials);
