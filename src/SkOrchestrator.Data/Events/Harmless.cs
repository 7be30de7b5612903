using System.Globalization;
using System.Text.RegularExpressions;

namespace SkOrchestrator.Data.Events;

/// <summary>Decides what may be shown of a value from an event file: nothing that could be an address, a number or a code of one person.</summary>
internal static partial class Harmless
{
    private const string Hidden = "(not shown)";
    private const int MostDigits = 6;

    /// <summary>A text that stands where a time was expected: dates as they are, numbers by their length.</summary>
    public static string Time(string? value) => value?.Trim() switch
    {
        null or "" => "nothing",
        { } text when DateLike().IsMatch(text) => text,
        { } text when text.All(char.IsAsciiDigit) => string.Create(CultureInfo.InvariantCulture, $"a number of {text.Length} digits"),
        _ => Hidden,
    };

    /// <summary>The shape of a text that stands where an amount was expected, and no digit of it.</summary>
    public static string Amount(string? value) => value?.Trim() switch
    {
        null or "" => "nothing",
        { } text when text.Contains('@', StringComparison.Ordinal) => Hidden,
        { } text when DecimalComma().IsMatch(text) => "digits with a decimal comma",
        { } text when Thousands().IsMatch(text) => "digits with thousands separators",
        { } text when text.Any(char.IsAsciiDigit) => "digits with other characters",
        _ => "text without digits",
    };

    /// <summary>The name of a type that nobody knows.</summary>
    public static string Type(string? name) => string.IsNullOrWhiteSpace(name) ? "(none)" : Word(name);

    /// <summary>A word that stands for a kind of thing, such as a status.</summary>
    public static string Word(string? value) =>
        string.IsNullOrWhiteSpace(value) ? "nothing" : Identifier().IsMatch(value.Trim()) && value.Count(char.IsAsciiDigit) <= MostDigits ? value.Trim() : Hidden;

    /// <summary>What stands where a currency was expected.</summary>
    public static string CurrencyWord(string? value) =>
        string.IsNullOrWhiteSpace(value) ? "nothing" : value.Trim() is { Length: <= 3 } text && text.All(letter => char.IsAsciiLetter(letter) || char.IsSymbol(letter)) ? text : Hidden;

    /// <summary>A currency in three capital letters.</summary>
    public static string? Currency(string? text) => text?.Trim().ToUpperInvariant() is { Length: 3 } code && code.All(char.IsAsciiLetterUpper) ? code : null;

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_.-]{0,39}$")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T,]+\d{1,2}(:\d{1,2}){1,2}([.,]\d{1,9})?)? ?(Z|[+-]\d\d:?\d\d)?$")]
    private static partial Regex DateLike();

    [GeneratedRegex(@"^[^\d,.]{0,4}[+-]?(\d+|\d{1,3}([. ]\d{3})+),\d{1,2}[^\d,.]{0,4}$")]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^[^\d,.]{0,4}[+-]?\d{1,3}([., '’]\d{3})+([.,]\d{1,2})?[^\d,.]{0,4}$")]
    private static partial Regex Thousands();
}
