namespace SkOrchestrator.Reporting.Model;

/// <summary>A column of a table.</summary>
/// <param name="Header">Its heading.</param>
/// <param name="IsNumber">Whether its cells are numbers, set to the right.</param>
internal sealed record ReportColumn(string Header, bool IsNumber = false);
