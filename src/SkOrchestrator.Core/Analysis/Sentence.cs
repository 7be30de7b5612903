using System.Globalization;

namespace SkOrchestrator.Analysis;

/// <summary>Numbers in the sentences of the analysis: the minus sign is U+2212, the numbers of one interval have the same decimals.</summary>
internal static class Sentence
{
    private const string Minus = "−";
    private const double Hundred = 100;
    private const double Small = 0.1;
    private const double SmallestNumber = 0.00005;
    private const int MostDecimals = 8;

    /// <summary>An interpolated sentence, independent of the machine's culture.</summary>
    public static string Of(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number with at most four digits after the point, or as a power of ten where that would show 0.</summary>
    public static string Number(double number) => Unsigned(number, number != 0 && Math.Abs(number) < SmallestNumber ? "0.##e-0" : "0.####");

    /// <summary>A test statistic.</summary>
    public static string Statistic(double statistic) => Unsigned(statistic, "0.00");

    /// <summary>A p-value.</summary>
    public static string P(double p) => p < 0.0001 ? "below 0.0001" : Of($"{p:0.####}");

    /// <summary>A fraction as percent.</summary>
    public static string Percent(double fraction) => $"{Places(fraction * Hundred, Decimals(fraction * Hundred))} %";

    /// <summary>The level of intervals at an alpha, in percent, with as many decimals as it takes not to say 100.</summary>
    public static string Level(double alpha) =>
        $"{((decimal)Hundred - ((decimal)alpha * (decimal)Hundred)).ToString("0.##########################", CultureInfo.InvariantCulture)} %";

    /// <summary>How many of something there are.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The word for one, which takes an s for several.</param>
    public static string Some(long count, string one) => Of($"{count:N0} {one}{(count == 1 ? string.Empty : "s")}");

    /// <summary>A number with its sign, its decimals as in an interval.</summary>
    public static string Signed(double number) => Signed(number, Decimals(number));

    /// <summary>A difference in percentage points with its interval.</summary>
    public static string Points(Interval? i) => Points(i?.Estimate, i?.CiLow, i?.CiHigh);

    /// <summary>A difference of fractions in percentage points, with its bounds.</summary>
    public static string Points(double? estimate, double? low, double? high) =>
        WithBounds(estimate * Hundred, low * Hundred, high * Hundred, " points") ?? "not estimable";

    /// <summary>A difference of means with its interval, in the metric's own unit.</summary>
    public static string Amount(Interval? i) => WithBounds(i?.Estimate, i?.CiLow, i?.CiHigh, string.Empty) ?? "not estimable";

    /// <summary>A lift in percent with its interval, or the bound that is known without an estimate.</summary>
    public static string Lift(Interval? i) =>
        WithBounds(i?.Estimate, i?.CiLow, i?.CiHigh, " %") ?? (i?.CiLow is double low ? $"not estimable (above {Signed(low)} %)" : "not estimable");

    private static string? WithBounds(double? estimate, double? low, double? high, string unit)
    {
        if (estimate is not double e)
        {
            return null;
        }

        int decimals = Decimals([.. new[] { estimate, low, high }.OfType<double>()]);
        string range = low is null && high is null ? string.Empty : $" [{Bound(low)}, {Bound(high)}]";
        return $"{Signed(e, decimals)}{unit}{range}";

        string Bound(double? bound) => bound is double b ? Signed(b, decimals) : "none";
    }

    /// <summary>Two decimals, one from 100 on, four where all numbers are below 0.1, and as many as show two digits of a number that would be rounded to 0.</summary>
    private static int Decimals(params double[] numbers)
    {
        double largest = numbers.Max(Math.Abs);
        int decimals = largest >= Hundred ? 1 : largest is >= Small or 0 ? 2 : 4;
        double[] lost = [.. numbers.Select(Math.Abs).Where(x => x > 0 && Math.Round(x, decimals) == 0)];
        return lost.Length == 0 ? decimals : Math.Min(MostDecimals, 1 - (int)Math.Floor(Math.Log10(lost.Min())));
    }

    private static string Unsigned(double number, string format) =>
        $"{(number < 0 ? Minus : string.Empty)}{Math.Abs(number).ToString(format, CultureInfo.InvariantCulture)}";

    private static string Signed(double number, int decimals) => $"{(number > 0 ? "+" : number < 0 ? Minus : string.Empty)}{Places(Math.Abs(number), decimals)}";

    private static string Places(double number, int decimals) =>
        number.ToString(number != 0 && Math.Round(number, decimals) == 0 ? "0.#e-0" : $"F{decimals}", CultureInfo.InvariantCulture);
}
