namespace SkOrchestrator.Statistics;

/// <summary>A logistic model at its maximum likelihood. Lists start with the intercept and go on in the order of the terms.</summary>
/// <param name="Coefficients">Log odds ratios.</param>
/// <param name="StandardErrors">Their standard errors, from the expected information.</param>
/// <param name="Deviance">Twice the log likelihood that is missing to a model with a rate of its own for every group.</param>
/// <param name="LogLikelihood">Log likelihood of the single customers, without binomial coefficients.</param>
/// <param name="Groups">Groups with customers.</param>
internal sealed record LogisticFit(
    IReadOnlyList<double> Coefficients, IReadOnlyList<double> StandardErrors, double Deviance, double LogLikelihood, int Groups)
{
    /// <summary>Coefficients over standard errors (Wald).</summary>
    public IReadOnlyList<double> Z { get; } = [.. Coefficients.Zip(StandardErrors, (c, e) => c / e)];

    /// <summary>Two-sided p-values of the coefficients.</summary>
    public IReadOnlyList<double> PValues => [.. Z.Select(NormalTail.TwoSided)];

    /// <summary>Odds ratios; for the intercept, the odds of the base group.</summary>
    public IReadOnlyList<double> OddsRatios => [.. Coefficients.Select(Math.Exp)];
}
