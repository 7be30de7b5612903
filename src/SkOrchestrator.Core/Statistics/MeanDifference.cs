namespace SkOrchestrator.Statistics;

/// <summary>A difference of means with its t test.</summary>
/// <param name="ControlMean">Mean of control.</param>
/// <param name="TreatmentMean">Mean of treatment.</param>
/// <param name="ControlVariance">Variance of the control mean.</param>
/// <param name="TreatmentVariance">Variance of the treatment mean.</param>
/// <param name="StandardError">Standard error of the difference.</param>
/// <param name="Test">t, degrees of freedom and p-value.</param>
/// <param name="Interval">Interval of the difference.</param>
internal sealed record MeanDifference(
    double ControlMean,
    double TreatmentMean,
    double ControlVariance,
    double TreatmentVariance,
    double StandardError,
    TestResult Test,
    Bounds Interval)
{
    /// <summary>Treatment − control.</summary>
    public double Difference => TreatmentMean - ControlMean;
}
