using System.Globalization;
using SkOrchestrator.Analysis;

namespace SkOrchestrator.Analyses;

/// <summary>Numbers as the table on the screen shows them; what is missing is a dash.</summary>
internal static class AnalysisNumber
{
    public const string Missing = "–";

    private const string Tiny = "0.0e+0";

    /// <summary>A fraction as percent.</summary>
    public static string Percent(double? fraction) => Plain(fraction * 100, "%");

    /// <summary>An amount.</summary>
    public static string Amount(double? value) => Plain(value, string.Empty);

    /// <summary>A difference of fractions, in percentage points.</summary>
    public static string Points(double? fraction) => Signed(fraction * 100, Places(fraction * 100), " pp");

    /// <summary>A difference of amounts.</summary>
    public static string SignedAmount(double? value) => Signed(value, Places(value), string.Empty);

    /// <summary>A lift that is in percent already.</summary>
    public static string Lift(double? percent) => Signed(percent, "0.0", "%");

    /// <summary>The bounds of an interval, scaled; an open end is said.</summary>
    public static string Range(Interval? interval, double scale, string? places = null)
    {
        places ??= Places(interval?.Estimate * scale);
        var (low, high) = (Signed(interval?.CiLow * scale, places, string.Empty), Signed(interval?.CiHigh * scale, places, string.Empty));
        return (low, high) switch
        {
            (Missing, Missing) => Missing,
            (_, Missing) => $"above {low}",
            (Missing, _) => $"below {high}",
            _ => $"{low} to {high}",
        };
    }

    /// <summary>A p-value.</summary>
    public static string P(double? value) => value switch
    {
        null => Missing,
        < 0.0001 => "< 0.0001",
        < 0.01 => value.Value.ToString("0.0000", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("0.000", CultureInfo.InvariantCulture),
    };

    private static string Plain(double? value, string unit) =>
        value is { } number ? number.ToString(Grouped(Places(number)), CultureInfo.InvariantCulture).Replace('-', '−') + unit : Missing;

    private static string Signed(double? value, string places, string unit) =>
        value is { } number ? number.ToString($"+{Grouped(places)};-{Grouped(places)};0", CultureInfo.InvariantCulture).Replace('-', '−') + unit : Missing;

    private static string Grouped(string places) => places == Tiny ? places : $"#,{places}";

    /// <summary>Two places, three for what would otherwise hardly show, and powers of ten for what would look like 0.</summary>
    private static string Places(double? value) => Math.Abs(value ?? 1) switch
    {
        > 0 and < 0.0005 => Tiny,
        > 0 and < 0.1 => "0.000",
        _ => "0.00",
    };
}
