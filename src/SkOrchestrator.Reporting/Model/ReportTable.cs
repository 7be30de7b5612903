namespace SkOrchestrator.Reporting.Model;

/// <summary>A table; the first cell of a row is the row's heading.</summary>
/// <param name="Id">A slug, unique in the report.</param>
/// <param name="Caption">What the table shows.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows, each with one text per column.</param>
/// <param name="Note">Small print below; null = none.</param>
internal sealed record ReportTable(
    string Id, string Caption, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, string? Note = null) : ReportBlock;
