using System.Globalization;
using System.Text.RegularExpressions;

namespace SkOrchestrator.Agents.Facts;

/// <summary>Tells whether a text says a number that the facts don't hold. Signs don't count ("fell by 8.6"), digits inside ids such as <c>treatment-1</c> aren't numbers.</summary>
internal static partial class NumberCheck
{
    private static readonly Dictionary<string, double> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
        ["hundred"] = 100,
        ["thousand"] = 1000,
        ["million"] = 1_000_000,
        ["dozen"] = 12,
        ["half"] = 50,
        ["double"] = 2,
        ["doubled"] = 2,
        ["twice"] = 2,
        ["triple"] = 3,
        ["tripled"] = 3,
    };

    /// <summary>The numbers that the text says and the facts don't, as written.</summary>
    public static IReadOnlyList<string> FindUnknown(string text, IEnumerable<string> facts)
    {
        var allowed = facts.SelectMany(Read).Select(n => n.Value).ToHashSet();
        return [.. Read(text).Where(n => !allowed.Contains(n.Value)).Select(n => n.Written)];
    }

    private static IEnumerable<(string Written, decimal Value)> Read(string text)
    {
        foreach (Match match in Digits().Matches(text))
        {
            yield return (match.Value, decimal.TryParse(match.Value.Replace(",", string.Empty, StringComparison.Ordinal), NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out var value) ? value : decimal.MinValue);
        }

        foreach (Match match in Word().Matches(text))
        {
            if (Words.TryGetValue(match.Value, out var value))
            {
                yield return (match.Value, (decimal)value);
            }
        }
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}_.]|[\p{L}_][-.])\p{Nd}+(?:,\p{Nd}{3})*(?:\.\p{Nd}+)?|[\p{No}\p{Nl}]", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
