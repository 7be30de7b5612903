namespace SkOrchestrator.Reporting.Model;

/// <summary>A heading inside a section.</summary>
internal sealed record Subheading(string Text) : ReportBlock;
