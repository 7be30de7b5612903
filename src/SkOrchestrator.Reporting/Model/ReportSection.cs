namespace SkOrchestrator.Reporting.Model;

/// <summary>A part of the report with a heading.</summary>
/// <param name="Id">A slug, unique in the report; anchors and notebook cells are named after it.</param>
/// <param name="Title">The heading.</param>
/// <param name="Blocks">What stands below it.</param>
internal sealed record ReportSection(string Id, string Title, IReadOnlyList<ReportBlock> Blocks);
