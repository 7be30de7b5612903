namespace SkOrchestrator.Analysis;

/// <summary>What the sample could show.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="PerArm">Customers in the smallest arm.</param>
/// <param name="DetectableLiftPercent">Relative lift found with 80 % power at the corrected alpha, between control and the smallest treatment as they are.</param>
/// <param name="Achieved">Power for the observed lift of the best treatment, 0 to 1.</param>
/// <param name="NeededPerArm">Customers per arm needed for a lift of 10 %, in arms of equal size.</param>
public sealed record PowerResult(string Metric, long PerArm, double? DetectableLiftPercent, double? Achieved, long? NeededPerArm)
{
    /// <summary>Why a number is missing; null when all are there.</summary>
    public string? NotEstimable { get; init; }
}
