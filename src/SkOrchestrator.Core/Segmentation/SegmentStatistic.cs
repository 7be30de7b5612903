using SkOrchestrator.Identity;

namespace SkOrchestrator.Segmentation;

/// <summary>How one feature is distributed in one segment; a line of <c>segment_summary.csv</c>. Missing values are left out of numeric statistics.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="Feature">The column; for categories and yes-or-no columns <c>column=level</c>.</param>
/// <param name="MeanOrShare">Mean, or share of the segment's customers between 0 and 1; null when no customer has a value.</param>
/// <param name="StandardDeviation">Sample standard deviation; null for shares and for fewer than two values.</param>
/// <param name="Minimum">Smallest value; null for shares.</param>
/// <param name="LowerQuartile">25 % quantile; null for shares.</param>
/// <param name="Median">50 % quantile; null for shares.</param>
/// <param name="UpperQuartile">75 % quantile; null for shares.</param>
/// <param name="Maximum">Largest value; null for shares.</param>
public sealed record SegmentStatistic(
    SegmentId SegmentId,
    string Feature,
    double? MeanOrShare,
    double? StandardDeviation = null,
    double? Minimum = null,
    double? LowerQuartile = null,
    double? Median = null,
    double? UpperQuartile = null,
    double? Maximum = null);
