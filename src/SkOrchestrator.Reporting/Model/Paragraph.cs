namespace SkOrchestrator.Reporting.Model;

/// <summary>A paragraph.</summary>
/// <param name="Text">Its text.</param>
/// <param name="IsNote">Whether it is small print.</param>
internal sealed record Paragraph(string Text, bool IsNote = false) : ReportBlock;
