namespace SkOrchestrator.Statistics;

/// <summary>Customers who share all terms of a logistic model.</summary>
/// <param name="Terms">Values of the terms, without the intercept; the same number in every group.</param>
/// <param name="Successes">Customers with the event.</param>
/// <param name="Trials">Customers.</param>
internal sealed record LogisticGroup(double[] Terms, long Successes, long Trials);
