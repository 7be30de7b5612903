using System.Globalization;

namespace SkOrchestrator.Analysis;

/// <summary>Numbers in the sentences of the analysis.</summary>
internal static class Sentence
{
    /// <summary>An interpolated sentence, independent of the machine's culture.</summary>
    public static string Of(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number with at most four digits after the point.</summary>
    public static string Number(double number) => Of($"{number:0.####}");

    /// <summary>A p-value.</summary>
    public static string P(double p) => p < 0.0001 ? "below 0.0001" : Of($"{p:0.####}");

    /// <summary>A difference in percentage points with its interval.</summary>
    public static string Points(Interval? i) =>
        i?.Estimate is double e ? Of($"{e * 100:+0.##;-0.##;0} points [{Bound(i.CiLow * 100)}, {Bound(i.CiHigh * 100)}]") : "not estimable";

    /// <summary>A difference of means with its interval, in the metric's own unit.</summary>
    public static string Amount(Interval? i) =>
        i?.Estimate is double e ? Of($"{e:+0.####;-0.####;0} [{Amount(i.CiLow)}, {Amount(i.CiHigh)}]") : "not estimable";

    /// <summary>A lift in percent with its interval.</summary>
    public static string Lift(Interval? i) =>
        i?.Estimate is double e ? Of($"{e:+0.#;-0.#;0} % [{Bound(i.CiLow)}, {Bound(i.CiHigh)}]") : "not estimable";

    private static string Amount(double? bound) => bound is double b ? Of($"{b:+0.####;-0.####;0}") : "none";

    private static string Bound(double? bound) => bound is double b ? Of($"{b:+0.##;-0.##;0}") : "none";
}
