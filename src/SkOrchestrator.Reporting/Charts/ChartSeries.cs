namespace SkOrchestrator.Reporting.Charts;

/// <summary>What the bars of one colour stand for.</summary>
/// <param name="Name">The name in the legend.</param>
/// <param name="ShortName">A few letters that stand at each bar, so that colour is never the only sign.</param>
internal sealed record ChartSeries(string Name, string ShortName);
