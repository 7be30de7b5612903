using System.Globalization;
using System.Text.RegularExpressions;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>Finds calendar dates written in English or ISO form.</summary>
internal static partial class SentenceDate
{
    private static readonly string[] Formats =
        ["d MMMM yyyy", "d MMM yyyy", "MMMM d yyyy", "MMM d yyyy", "yyyy-MM-dd"];

    /// <summary>The latest full date of a text, or null.</summary>
    public static DateOnly? Find(string text)
    {
        DateOnly? latest = null;
        foreach (Match match in Pattern().Matches(text))
        {
            var plain = match.Value.Replace(",", string.Empty, StringComparison.Ordinal);
            if (DateOnly.TryParseExact(plain, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && !(date < latest))
            {
                latest = date;
            }
        }

        return latest;
    }

    /// <summary>A date as it is written in a British mail: <c>30 November 2027</c>.</summary>
    public static string Write(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(?:\d{1,2} \p{L}{3,9},? \d{4}|\p{L}{3,9} \d{1,2},? \d{4}|\d{4}-\d{2}-\d{2})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
