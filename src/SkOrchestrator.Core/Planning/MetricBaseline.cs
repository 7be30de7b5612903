namespace SkOrchestrator.Planning;

/// <summary>What is known of a metric before sending.</summary>
/// <param name="Mean">The rate, or the mean of a number per customer.</param>
/// <param name="StandardDeviation">The standard deviation of a number per customer; null for a rate.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Name">The column, or the configuration key.</param>
/// <param name="Customers">Customers whom it is measured on; null when it is assumed.</param>
public sealed record MetricBaseline(double Mean, double? StandardDeviation, BaselineSource Source, string Name, long? Customers);
