using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>The gate between kernels and record: what is not finite becomes null.</summary>
internal static class Numbers
{
    /// <summary>The smallest p-value that is given.</summary>
    public const double SmallestPValue = 2.2250738585072014e-308;

    /// <summary>The largest double below 1.</summary>
    private const double LargestChance = 1 - (1.0 / (1L << 53));

    /// <summary>The number, or null.</summary>
    public static double? Finite(double? number) => number is double x && double.IsFinite(x) ? x : null;

    /// <summary>
    /// A p-value, or null. No p-value is 0: one that is too small for a double is given as the smallest normal double, which is above it.
    /// </summary>
    public static double? PValue(double? p) => Finite(p) is double x ? Math.Max(x, SmallestPValue) : null;

    /// <summary>
    /// A probability that no finite sample makes certain, or null: what rounding made 0 or 1 is given as the smallest normal double, or the largest below 1.
    /// </summary>
    public static double? Chance(double? probability) => Finite(probability) is double x ? Math.Clamp(x, SmallestPValue, LargestChance) : null;

    /// <summary>An interval around an estimate, both scaled by <paramref name="factor"/>.</summary>
    public static Interval? Around(double estimate, Bounds? bounds, double factor = 1) =>
        Finite(estimate * factor) is double value ? new Interval(value, Finite(bounds?.Low * factor), Finite(bounds?.High * factor)) : null;
}
