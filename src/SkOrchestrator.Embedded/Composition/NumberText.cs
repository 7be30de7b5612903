using System.Globalization;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>Writes numbers the same way in every text.</summary>
internal static class NumberText
{
    /// <summary>A count with thousands separators: <c>1,240</c>.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A share (0 to 1) in percent with one decimal: <c>26.3%</c>.</summary>
    public static string Share(double value) => Percent(value * 100);

    /// <summary>A number of percent with one decimal: <c>-3.0%</c>.</summary>
    public static string Percent(double value) => (Math.Abs(value) < 0.05 ? 0 : value).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
