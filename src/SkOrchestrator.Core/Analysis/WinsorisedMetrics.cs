namespace SkOrchestrator.Analysis;

/// <summary>Numeric metrics that arrive a second time, with values above a declared cap set to the cap, under their name and <c>_capped</c>.</summary>
internal sealed class WinsorisedMetrics(AnalysisInput input)
{
    private const string Suffix = "_capped";

    /// <summary>The metrics with a cap, with the name of their winsorised twin.</summary>
    public IEnumerable<(string Metric, string Capped, double Cap)> All =>
        input.Experiment.Caps.Where(c => input.NumericMetrics.Contains(c.Key)).Select(c => (c.Key, c.Key + Suffix, c.Value));

    /// <summary>Whether the metric is such a twin and no metric of its own.</summary>
    public bool Contains(string metric) =>
        metric.EndsWith(Suffix, StringComparison.Ordinal) &&
        input.Experiment.Caps.ContainsKey(metric[..^Suffix.Length]) &&
        input.NumericMetrics.Contains(metric[..^Suffix.Length]);
}
