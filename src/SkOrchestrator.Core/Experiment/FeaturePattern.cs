using SkOrchestrator.Identity;

namespace SkOrchestrator.Experiment;

/// <summary>Customers of one arm who are alike in every feature, with their successes; the rows of a logistic regression.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Levels">The level of each feature, in the order of <see cref="FeatureTable.Features"/>; an index into its levels.</param>
/// <param name="Count">Customers.</param>
/// <param name="Successes">Customers with the event, by metric, in the order of <see cref="FeatureTable.Metrics"/>.</param>
public sealed record FeaturePattern(ArmId Arm, IReadOnlyList<int> Levels, long Count, IReadOnlyList<long> Successes);
