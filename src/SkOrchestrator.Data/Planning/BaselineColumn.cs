namespace SkOrchestrator.Data.Planning;

/// <summary>A baseline column over the assigned customers who have a value in it.</summary>
/// <param name="Column">The column.</param>
/// <param name="Metric">The metric that it is a baseline of.</param>
/// <param name="Customers">Customers with a value.</param>
/// <param name="Mean">The mean.</param>
/// <param name="StandardDeviation">The standard deviation between customers; 0 with fewer than two.</param>
/// <param name="Minimum">The smallest value.</param>
/// <param name="Maximum">The largest value.</param>
public sealed record BaselineColumn(string Column, string Metric, long Customers, double Mean, double StandardDeviation, double Minimum, double Maximum);
