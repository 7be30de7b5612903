using SkOrchestrator.Identity;

namespace SkOrchestrator.Experiment;

/// <summary>Outcomes of customers with and without a feature level in one arm, for the attribution table.</summary>
/// <param name="Feature">The feature in words.</param>
/// <param name="Level">The level: a category value, <c>yes</c>, or <c>above median</c>.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Arm">The arm (stratum).</param>
/// <param name="SuccessesWith">Successes among customers with the level.</param>
/// <param name="CountWith">Customers with the level.</param>
/// <param name="SuccessesWithout">Successes among the others.</param>
/// <param name="CountWithout">The others.</param>
public sealed record FeatureCount(
    string Feature, string Level, string Metric, ArmId Arm, long SuccessesWith, long CountWith, long SuccessesWithout, long CountWithout);
