namespace SkOrchestrator.Statistics;

/// <summary>Says in words why a quantity can't be estimated.</summary>
/// <param name="Reason">The reason, as a clause without a full stop.</param>
internal sealed record NotEstimable(string Reason);
