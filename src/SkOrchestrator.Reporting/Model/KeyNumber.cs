namespace SkOrchestrator.Reporting.Model;

/// <summary>One large number.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The number as text.</param>
/// <param name="Detail">A few words below it.</param>
internal sealed record KeyNumber(string Label, string Value, string Detail);
