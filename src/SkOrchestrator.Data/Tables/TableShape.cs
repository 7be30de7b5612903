namespace SkOrchestrator.Data.Tables;

/// <summary>What is counted of each customer.</summary>
/// <param name="Rates">Metrics with a yes or no.</param>
/// <param name="Numbers">Metrics with a number, the capped ones behind the others.</param>
/// <param name="Covariates">Covariates, each paired with every metric but the capped ones; empty where pairs are not wanted.</param>
/// <param name="Paired">How many of the numbers are paired: those without a cap.</param>
internal sealed record TableShape(IReadOnlyList<string> Rates, IReadOnlyList<string> Numbers, IReadOnlyList<string> Covariates, int Paired)
{
    public static TableShape Of(TableRequest request) => new(
        request.Metrics,
        [.. request.NumericMetrics, .. Capped(request).Select(TableRequest.Capped)],
        request.Covariates,
        request.NumericMetrics.Count);

    /// <summary>The numeric metrics with a cap, in the order of the metrics.</summary>
    public static IEnumerable<string> Capped(TableRequest request) => request.NumericMetrics.Where(request.Caps.ContainsKey);
}
