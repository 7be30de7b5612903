namespace SkOrchestrator.Statistics;

/// <summary>An effect adjusted by analysis of covariance.</summary>
/// <param name="Slope">Common slope of y on x within the arms.</param>
/// <param name="Effect">Adjusted treatment − control.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Test">t, degrees of freedom and p-value.</param>
/// <param name="Interval">Its interval.</param>
internal sealed record AncovaResult(double Slope, double Effect, double StandardError, TestResult Test, Bounds Interval);
