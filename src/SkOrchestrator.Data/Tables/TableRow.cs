using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Tables;

/// <summary>One row of a table.</summary>
/// <param name="Line">The physical line it starts on, counted from 1; the number of the row in a Parquet file.</param>
/// <param name="Values">The wanted values, trimmed, in the wanted order; empty where the row has a problem.</param>
/// <param name="Problem">Why the row as a whole can't be read, or null.</param>
internal sealed record TableRow(long Line, string[] Values, RowDiagnostic? Problem);
