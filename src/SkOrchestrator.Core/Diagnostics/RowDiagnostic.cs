namespace SkOrchestrator.Diagnostics;

/// <summary>One line of <c>diagnostics.csv</c>: a row or document that was rejected, repaired or put aside while the run goes on.</summary>
/// <param name="File">The file name.</param>
/// <param name="Line">The physical line, counted from 1, where known.</param>
/// <param name="Column">The name of the column or key.</param>
/// <param name="Code">A stable code, such as <c>CSV003</c>.</param>
/// <param name="Value">What stood there; redacted for personal columns.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Action">What was done: <c>rejected</c>, <c>repaired</c>, <c>ignored</c> or <c>quarantined</c>.</param>
public sealed record RowDiagnostic(string File, long? Line, string Column, string Code, string Value, string Expected, string Action);
