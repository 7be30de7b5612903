namespace SkOrchestrator.Reporting.Model;

/// <summary>A row of large numbers.</summary>
internal sealed record KeyNumbers(IReadOnlyList<KeyNumber> Numbers) : ReportBlock;
