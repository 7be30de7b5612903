using System.Text;
using System.Text.RegularExpressions;

namespace SkOrchestrator.Data.Tables;

/// <summary>Text of a table where it leaves the table: as a name, or as the value of a diagnostic.</summary>
internal static partial class TableText
{
    private const int LongestShown = 40;
    private const int ManyDigits = 7;
    private const double LargestPlainNumber = 1e8;

    /// <summary>
    /// A name: whole, in Unicode's normal form C, without control characters and marks that turn the direction of writing round. Names that look different stay different.
    /// </summary>
    public static string Name(string value) => Controls().Replace(HalfPairs().Replace(value, "\uFFFD"), " ").Trim().Normalize(NormalizationForm.FormC);

    /// <summary>A value cut to 40 characters; nothing of it where it may tell who somebody is: an address, or a text with many digits.</summary>
    public static string Shown(string value)
    {
        var text = Name(value);
        var isPlainNumber = MetricValue.ReadNumber(text, out var number) == MetricReading.Good && Math.Abs(number) < LargestPlainNumber;
        var mayTellWho = text.Contains('@', StringComparison.Ordinal) || (text.Count(char.IsAsciiDigit) >= ManyDigits && !isPlainNumber);
        return mayTellWho ? "(redacted)" : text.Length <= LongestShown ? text : text[..(char.IsHighSurrogate(text[LongestShown - 1]) ? LongestShown - 1 : LongestShown)];
    }

    /// <summary>Whether an e-mail address stands in the text.</summary>
    public static bool HasAddress(string text) => text.Contains('@', StringComparison.Ordinal) && Address().IsMatch(text);

    [GeneratedRegex(@"[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]+", RegexOptions.CultureInvariant)]
    private static partial Regex Controls();

    [GeneratedRegex(@"[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]", RegexOptions.CultureInvariant)]
    private static partial Regex HalfPairs();

    [GeneratedRegex(@"[^\s@]@[^\s@]+\.[^\s@]", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
