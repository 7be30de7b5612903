namespace SkOrchestrator.Reporting.Model;

/// <summary>A box that stands out.</summary>
/// <param name="Kind">How it looks.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Lines">Its sentences.</param>
internal sealed record Callout(CalloutKind Kind, string Title, IReadOnlyList<string> Lines) : ReportBlock;
