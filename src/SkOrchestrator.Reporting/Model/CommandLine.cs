namespace SkOrchestrator.Reporting.Model;

/// <summary>A command to type.</summary>
internal sealed record CommandLine(string Text) : ReportBlock;
