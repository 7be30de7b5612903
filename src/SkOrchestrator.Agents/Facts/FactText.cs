using System.Globalization;

namespace SkOrchestrator.Agents.Facts;

/// <summary>Writes numbers for prompts and transcripts, always the same way.</summary>
internal static class FactText
{
    /// <summary>A number with one decimal.</summary>
    public static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>A fraction as percent with one decimal.</summary>
    public static string Percent(double fraction) => PercentPoints(fraction * 100);

    /// <summary>A percentage with one decimal.</summary>
    public static string PercentPoints(double percent) => percent.ToString("0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>A p-value with three decimals.</summary>
    public static string PValue(double value) => value < 0.001 ? "below 0.001" : value.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>A count of things: <c>1 snippet</c>, <c>2 snippets</c>.</summary>
    public static string Count(long value, string thing) => $"{Count(value)} {thing}{(value == 1 ? string.Empty : "s")}";

    /// <summary>A count.</summary>
    public static string Count(long value) => value.ToString(CultureInfo.InvariantCulture);
}
