using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Loading;

/// <summary>What came of reading a file into the staging area.</summary>
/// <param name="Rows">Rows of the file, the rejected ones included.</param>
/// <param name="Problems">Rows that don't fit the header.</param>
internal sealed record StagedRows(long Rows, IReadOnlyList<RowDiagnostic> Problems);
