using System.Text.Json;

namespace SkOrchestrator.Statistics;

/// <summary>Reads the inputs of reference cases, and shapes results as the cases state them.</summary>
internal static class ReferenceInputs
{
    public static Stratum Arms(ReferenceCase c) => Arms(c.Inputs);

    private static Stratum Arms(JsonElement e) => new(Counts(e, "x1", "n1"), Counts(e, "x2", "n2"));

    public static Proportion Single(ReferenceCase c) => Counts(c.Inputs, "x", "n");

    public static Proportion Counts(JsonElement e, string x, string n) => new(e.GetProperty(x).GetInt64(), e.GetProperty(n).GetInt64());

    public static List<Stratum> Strata(ReferenceCase c) => [.. c.Inputs.GetProperty("strata").EnumerateArray().Select(Arms)];

    public static double[] Numbers(ReferenceCase c, string name) => [.. c.Inputs.GetProperty(name).EnumerateArray().Select(p => p.GetDouble())];

    public static long[] Integers(ReferenceCase c, string name) => [.. c.Inputs.GetProperty(name).EnumerateArray().Select(p => p.GetInt64())];

    public static PairedSummary Paired(ReferenceCase c, string x, string y) => PairedSummary.FromValues(Numbers(c, x).Zip(Numbers(c, y)));

    /// <summary>A rate as the mean of zeros and ones with variance p(1 − p).</summary>
    public static MeanSummary AsMean(Proportion arm) => new(arm.Trials, arm.Rate, arm.UnitVariance);

    public static double[]? Pair(Estimated<Bounds> bounds) => Pair(bounds.OrNull());

    public static double[]? Pair(Bounds? bounds) => bounds is null ? null : [bounds.Low, bounds.High];

    public static double[]? Triple(EffectEstimate? effect) => effect is { Interval: Bounds bounds } ? [effect.Estimate, bounds.Low, bounds.High] : null;

    /// <summary>A quotient that is infinite over 0, and not defined as 0 over 0.</summary>
    public static double? Quotient(double above, double below) => below > 0 ? above / below : above > 0 ? double.PositiveInfinity : null;

    /// <summary>(x2 / failures2) / (x1 / failures1).</summary>
    public static double? OddsRatio(Stratum s) =>
        Quotient((double)s.Treatment.Successes * s.Control.Failures, (double)s.Treatment.Failures * s.Control.Successes);
}
