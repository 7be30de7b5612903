namespace SkOrchestrator.Analysis;

/// <summary>One arm of a ranking, from exact Beta(1, 1) posteriors.</summary>
/// <param name="Arm">The arm.</param>
/// <param name="Rate">Observed rate.</param>
/// <param name="ChanceToBeBest">Posterior probability that the arm's rate is the highest.</param>
/// <param name="ExpectedLoss">Rate given up on average by choosing this arm, as a fraction.</param>
public sealed record RankedArm(string Arm, double? Rate, double? ChanceToBeBest, double? ExpectedLoss);
