namespace SkOrchestrator.Reporting.Charts;

/// <summary>A bar chart with interval whiskers: groups of bars, one bar per series in each group.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="ValueLabel">The words at the value axis, unit included.</param>
/// <param name="Series">The series, in the order of the bars of a group.</param>
/// <param name="Groups">The groups, from left to right.</param>
/// <param name="IsDifference">Whether values are compared with zero: bars whose interval covers zero are grey.</param>
/// <param name="Stamp">Words stamped on the chart; null = none.</param>
internal sealed record BarChart(
    string Title,
    string ValueLabel,
    IReadOnlyList<ChartSeries> Series,
    IReadOnlyList<BarGroup> Groups,
    bool IsDifference,
    string? Stamp)
{
    /// <summary>Whether differences show their direction by mark and colour; not where nothing may be read from them.</summary>
    public bool HasDirection { get; init; } = true;
}
