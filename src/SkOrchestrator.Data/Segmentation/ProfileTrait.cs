using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Data.Segmentation;

/// <summary>A defining feature together with the test in SQL whether a customer agrees with it.</summary>
/// <param name="Source">The feature it comes from.</param>
/// <param name="Feature">How strongly it defines the segment.</param>
/// <param name="AgreesSql">True for the customers who agree, over <c>segment_input</c>.</param>
/// <param name="Reason">What to say of a customer who agrees, without a number.</param>
internal sealed record ProfileTrait(Feature Source, DefiningFeature Feature, string AgreesSql, string Reason);
