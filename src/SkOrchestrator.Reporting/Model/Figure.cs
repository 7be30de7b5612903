using SkOrchestrator.Reporting.Charts;

namespace SkOrchestrator.Reporting.Model;

/// <summary>A chart with the words around it.</summary>
/// <param name="Id">A slug, unique in the report; also the file name of the chart.</param>
/// <param name="AltText">The chart in words, with its numbers, for readers who don't see it.</param>
/// <param name="Caption">Metric, counts and interval level.</param>
/// <param name="Chart">What is drawn.</param>
internal sealed record Figure(string Id, string AltText, string Caption, BarChart Chart) : ReportBlock
{
    /// <summary>The breakdown that the chart belongs to, counted from 0; null for a chart over all customers.</summary>
    public int? Breakdown { get; init; }
}
