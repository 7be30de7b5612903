using System.Text.RegularExpressions;

namespace SkOrchestrator.Data.Configuration.Yaml;

/// <summary>Tells values that look like keys and tokens from names, addresses and words.</summary>
internal static partial class SecretPattern
{
    /// <summary>
    /// Whether any part of the text looks like a secret: 32 or more hex digits, a long mix of letters and digits, or an
    /// <c>sk-</c> token.
    /// </summary>
    public static bool Matches(string text) =>
        Hex().IsMatch(text) || Token().IsMatch(text) || LongWord().Matches(text).Any(m => IsMixed(m.Value));

    private static bool IsMixed(string word) =>
        word.Any(char.IsAsciiDigit) && word.Any(char.IsAsciiLetterUpper) && word.Any(char.IsAsciiLetterLower);

    [GeneratedRegex(@"(?<![0-9A-Za-z])[0-9a-fA-F]{32,}(?![0-9A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Hex();

    [GeneratedRegex(@"(?<![0-9A-Za-z])sk-[0-9A-Za-z_-]{16,}", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"[0-9A-Za-z+/_-]{32,}={0,2}", RegexOptions.CultureInvariant)]
    private static partial Regex LongWord();
}
