using System.Globalization;
using System.Text.RegularExpressions;
using SkOrchestrator.Content;

namespace SkOrchestrator.Messages.Checks;

/// <summary>Reads the figures of a text: "20 %", "EUR 50", "1,000", "twenty percent", "POINTS10".</summary>
internal static partial class FigureReader
{
    private static readonly Dictionary<string, int> NumberWords = MakeNumberWords();

    /// <summary>The figures a writer states: everything with a digit, and percentages in words.</summary>
    public static IEnumerable<Figure> ReadClaims(string text) => ReadDigits(text).Concat(ReadWords(text).Where(f => f.Kind == FigureKind.Percent));

    /// <summary>The figures that a source supports: also counts in words.</summary>
    public static IEnumerable<Figure> ReadSource(string text) => ReadDigits(text).Concat(ReadWords(text));

    /// <summary>The declared terms of an offer as figures.</summary>
    public static IEnumerable<Figure> ReadOffer(Offer offer)
    {
        if (offer.Percent is { } percent)
        {
            yield return new Figure(FigureKind.Percent, percent, null, string.Empty);
        }

        foreach (var amount in new[] { offer.Amount, offer.Minimum }.OfType<decimal>())
        {
            yield return new Figure(FigureKind.Money, amount, offer.Currency?.ToUpperInvariant(), string.Empty);
        }

        foreach (var figure in ReadDigits($"{offer.Code} {offer.ValidUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"))
        {
            yield return figure;
        }
    }

    private static IEnumerable<Figure> ReadDigits(string text)
    {
        foreach (Match match in Number().Matches(text))
        {
            var digits = match.Groups["number"].Value;
            var currency = Currency(match.Groups["before"].Value) ?? Currency(match.Groups["after"].Value);
            if (!match.Groups["number"].Success || Parse(digits) is not { } value)
            {
                yield return new Figure(FigureKind.Code, 0, match.Value.Trim().ToUpperInvariant(), match.Value.Trim());
            }
            else if (match.Groups["percent"].Success)
            {
                yield return new Figure(FigureKind.Percent, value, null, match.Value.Trim());
            }
            else
            {
                yield return new Figure(currency is null ? FigureKind.Plain : FigureKind.Money, value, currency, match.Value.Trim());
            }
        }
    }

    private static IEnumerable<Figure> ReadWords(string text)
    {
        foreach (Match match in Words().Matches(text))
        {
            if (NumberWords.TryGetValue(match.Groups["word"].Value.ToLowerInvariant().Replace(' ', '-'), out var value))
            {
                var kind = match.Groups["percent"].Success ? FigureKind.Percent : FigureKind.Plain;
                yield return new Figure(kind, value, null, match.Value);
            }
        }
    }

    private static decimal? Parse(string digits)
    {
        var plain = Thousands().IsMatch(digits) ? digits.Replace(",", string.Empty, StringComparison.Ordinal) : digits.Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static string? Currency(string text) => text.Trim().ToUpperInvariant() switch
    {
        "€" or "EUR" or "EURO" or "EUROS" => "EUR",
        "$" or "USD" or "DOLLAR" or "DOLLARS" => "USD",
        "£" or "GBP" or "POUND" or "POUNDS" => "GBP",
        "¥" => "JPY",
        "CHF" => "CHF",
        _ => null,
    };

    private static Dictionary<string, int> MakeNumberWords()
    {
        string[] small =
        [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
            "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ];
        string[] tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        var words = small.Select((word, value) => (word, value)).ToDictionary(w => w.word, w => w.value);
        for (var i = 0; i < tens.Length; i++)
        {
            words[tens[i]] = (i + 2) * 10;
            for (var unit = 1; unit <= 9; unit++)
            {
                words[$"{tens[i]}-{small[unit]}"] = ((i + 2) * 10) + unit;
            }
        }

        (words["hundred"], words["a-hundred"], words["one-hundred"]) = (100, 100, 100);
        return words;
    }

    [GeneratedRegex(@"(?<code>(?<![\p{L}\d])\p{L}+\d[\p{L}\d]*)|(?<before>[€$£¥]|\b(?:EUR|USD|GBP|CHF)\b)?\s?(?<number>\d+(?:[.,]\d+)*)(?:\s?(?<percent>%|per ?cent\b)|\s?(?<after>[€£¥]|(?:EUR|USD|GBP|CHF|euros?|dollars?|pounds?)\b))?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\d{1,3}(?:,\d{3})+(?:\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"\b(?<word>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ](?:one|two|three|four|five|six|seven|eight|nine)|(?:a|one) hundred|[a-z]+)\b(?<percent>\s?(?:per ?cent\b|%))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
