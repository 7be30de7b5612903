namespace SkOrchestrator.Statistics;

/// <summary>The likelihood-ratio test of a block of terms (Wilks 1938): twice the log likelihood that the terms add, as chi-square.</summary>
internal static class NestedModelTest
{
    /// <summary>Tests the terms by which two models of the same groups differ.</summary>
    /// <param name="reduced">The model without the terms.</param>
    /// <param name="full">The model with them.</param>
    public static Estimated<TestResult> Of(LogisticFit reduced, LogisticFit full) =>
        Of(reduced.Deviance - full.Deviance, full.Coefficients.Count - reduced.Coefficients.Count);

    /// <summary>Tests a model against the one with a rate of its own for every group. Groups must have few enough empty outcomes for chi-square to hold.</summary>
    public static Estimated<TestResult> AgainstSaturated(LogisticFit model) => Of(model.Deviance, model.Groups - model.Coefficients.Count);

    /// <summary>Tests a difference of deviances.</summary>
    /// <param name="deviance">Deviance of the smaller model minus that of the larger.</param>
    /// <param name="degreesOfFreedom">Parameters by which they differ.</param>
    public static Estimated<TestResult> Of(double deviance, int degreesOfFreedom) => degreesOfFreedom < 1
        ? new NotEstimable("the models do not differ in any term")
        : new TestResult(Math.Max(0, deviance), degreesOfFreedom, ChiSquareTail.Upper(deviance, degreesOfFreedom));
}
