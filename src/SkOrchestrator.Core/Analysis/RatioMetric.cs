namespace SkOrchestrator.Analysis;

/// <summary>A ratio of two sums, such as clicks per open: descriptive, never the metric of a verdict.</summary>
/// <param name="Name">The metric.</param>
/// <param name="Numerator">What is counted.</param>
/// <param name="Denominator">Per what.</param>
public sealed record RatioMetric(string Name, string Numerator, string Denominator)
{
    /// <summary>Clicks per open.</summary>
    public static RatioMetric ClickToOpen { get; } = new("click_to_open_rate", "click_rate", "open_rate");
}
