using System.Globalization;
using SkOrchestrator.Analysis;

namespace SkOrchestrator.Reporting;

/// <summary>Writes numbers the same way everywhere in the report. What is missing is a dash, never a zero.</summary>
internal static class ReportNumber
{
    /// <summary>Stands for a missing number.</summary>
    public const string Missing = "–";

    /// <summary>A count, such as 1,250.</summary>
    public static string Count(long? value) => value?.ToString("#,0", CultureInfo.InvariantCulture) ?? Missing;

    /// <summary>A count with its noun, such as 1 customer or 1,250 customers.</summary>
    public static string Count(long? value, string one) => $"{Count(value)} {one}{(value == 1 ? string.Empty : "s")}";

    /// <summary>A fraction as percent, such as 24.8%.</summary>
    public static string Percent(double? fraction) => Plain(fraction * 100, "0.0") is { } text && text != Missing ? text + "%" : Missing;

    /// <summary>A lift already in percent, such as +20.2%.</summary>
    public static string Lift(double? percent) => Signed(percent, "0.0", "%");

    /// <summary>A difference of fractions in percentage points, such as +5.0 pp.</summary>
    public static string Points(double? fraction) => Signed(fraction * 100, "0.0", " pp");

    /// <summary>Percent with the places that the smallest unit of numbers shown together needs: 24.8%, 0.57%, 0.052%.</summary>
    public static Func<double?, string> PercentOf(params IEnumerable<double?> together)
    {
        var format = Places(together, 100);
        return fraction => Plain(fraction * 100, format) is { } text && text != Missing ? text + "%" : Missing;
    }

    /// <summary>Percentage points, in places like <see cref="PercentOf"/>.</summary>
    public static Func<double?, string> PointsOf(params IEnumerable<double?> together)
    {
        var format = Places(together, 100);
        return fraction => Signed(fraction * 100, format, " pp");
    }

    /// <summary>Amounts with two places, more where all numbers shown together are small.</summary>
    public static Func<double?, string> AmountOf(params IEnumerable<double?> together)
    {
        var format = "#,0.0" + Zeros(together, 10);
        return value => Plain(value, format);
    }

    /// <summary>Differences of amounts, in places like <see cref="AmountOf"/>.</summary>
    public static Func<double?, string> SignedAmountOf(params IEnumerable<double?> together)
    {
        var format = "#,0.0" + Zeros(together, 10);
        return value => Signed(value, format, string.Empty);
    }

    /// <summary>A statistic or an amount with its sign and two places, such as −2.31.</summary>
    public static string SignedAmount(double? value) => Signed(value, "0.00", string.Empty);

    /// <summary>An amount or a ratio with two places.</summary>
    public static string Amount(double? value) => Plain(value, "#,0.00");

    /// <summary>A p-value with three places; the ends as &lt; 0.001 and &gt; 0.999.</summary>
    public static string P(double? value) => Unbreakable(value switch { < 0.001 => "< 0.001", > 0.9995 => "> 0.999", _ => Plain(value, "0.000") });

    /// <summary>A p-value in a sentence, such as p = 0.370 or p &lt; 0.001.</summary>
    public static string PIs(double? value) => P(value) is var text && text[0] is '<' or '>' ? Unbreakable($"p {text}") : Unbreakable($"p = {text}");

    /// <summary>A typical value, in no more places than a reader needs.</summary>
    public static string Rough(double? value) => Plain(value, Math.Abs(value ?? 0) switch { >= 100 => "#,0", >= 10 => "0.#", _ => "0.##" });

    /// <summary>A number with up to three places; a very small one, such as 1e−10, is not rounded to 0.</summary>
    public static string General(double? value) => Plain(value, value is not 0 && Math.Abs(value ?? 1) < 0.001 ? "0.##e+0" : "#,0.###");

    /// <summary>A level of confidence, such as 95%, never rounded to 100%.</summary>
    public static string Level(double fraction) => Plain(fraction * 100, "0.############") is var text && text == "100" ? "> 99.999999999%" : text + "%";

    /// <summary>An interval of lifts, such as −19.0% to +82.1%; an open end is said.</summary>
    public static string LiftRange(Interval? interval) => Range(interval, Lift);

    /// <summary>An interval of two bounds written by <paramref name="write"/>.</summary>
    public static string Range(Interval? interval, Func<double?, string> write) => interval switch
    {
        null or { CiLow: null, CiHigh: null } => Missing,
        { CiHigh: null } => $"above {write(interval.CiLow)}",
        { CiLow: null } => $"below {write(interval.CiHigh)}",
        _ => $"{write(interval.CiLow)} to {write(interval.CiHigh)}",
    };

    /// <summary>An estimate with its interval for a table, such as +20.2% (−19.0 to +82.1): the unit stands once, and a line breaks before the bracket only.</summary>
    public static string WithInterval(double? estimate, double? low, double? high, Func<double?, string> write)
    {
        if (estimate is null)
        {
            return Missing;
        }

        var range = Range(new Interval(estimate, low, high), bound => Unitless(write(bound)));
        return range == Missing ? write(estimate) : $"{Unbreakable(write(estimate))} ({Unbreakable(range)})";
    }

    /// <summary>An interval without its unit, for a table where the unit stands beside it.</summary>
    public static string UnitlessRange(Interval? interval, Func<double?, string> write) => Unbreakable(Range(interval, bound => Unitless(write(bound))));

    /// <summary>The text with blanks at which no line is broken.</summary>
    public static string Unbreakable(string text) => text.Replace(' ', '\u00a0');

    /// <summary>A moment in UTC, to the minute.</summary>
    public static string Moment(DateTimeOffset? at) =>
        at?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? Missing;

    private static string Places(IEnumerable<double?> together, double factor) => "0." + Zeros(together, factor);

    /// <summary>One place from 1 on, and one more for each power of ten below.</summary>
    private static string Zeros(IEnumerable<double?> together, double factor)
    {
        var largest = together.Where(v => v is { } number && double.IsFinite(number)).Select(v => Math.Abs(v!.Value * factor)).DefaultIfEmpty(1).Max();
        return new string('0', largest is 0 or >= 1 ? 1 : Math.Min(5, 1 + (int)Math.Ceiling(-Math.Log10(largest))));
    }

    private static string Unitless(string text) => text.Replace(" pp", string.Empty, StringComparison.Ordinal).TrimEnd('%');

    private static string Plain(double? value, string format) => value is not { } number || !double.IsFinite(number)
        ? Missing
        : number.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Signed(double? value, string format, string unit) => value is not { } number || !double.IsFinite(number)
        ? Missing
        : number.ToString($"+{format};-{format};{format}", CultureInfo.InvariantCulture).Replace('-', '−') + unit;
}
