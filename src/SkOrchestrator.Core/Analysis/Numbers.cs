using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>The gate between kernels and record: what is not finite becomes null.</summary>
internal static class Numbers
{
    /// <summary>The number, or null.</summary>
    public static double? Finite(double? number) => number is double x && double.IsFinite(x) ? x : null;

    /// <summary>An interval around an estimate, both scaled by <paramref name="factor"/>.</summary>
    public static Interval? Around(double estimate, Bounds? bounds, double factor = 1) =>
        Finite(estimate * factor) is double value ? new Interval(value, Finite(bounds?.Low * factor), Finite(bounds?.High * factor)) : null;
}
