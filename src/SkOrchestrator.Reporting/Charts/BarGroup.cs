namespace SkOrchestrator.Reporting.Charts;

/// <summary>Bars that stand together.</summary>
/// <param name="Label">The words below them.</param>
/// <param name="Bars">One per series; null = nothing to show, such as an arm that the segment does not have.</param>
internal sealed record BarGroup(string Label, IReadOnlyList<BarValue?> Bars);
