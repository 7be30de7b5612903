namespace SkOrchestrator.Reporting.Model;

/// <summary>A list.</summary>
internal sealed record BulletList(IReadOnlyList<string> Items) : ReportBlock;
