using System.Text.RegularExpressions;

namespace SkOrchestrator.Data.Events;

/// <summary>Decides what may be shown of a value from an event file: nothing that could be an address, a number or a code of one person.</summary>
internal static partial class Harmless
{
    private const int MostDigits = 6;

    /// <summary>The value for a diagnostic.</summary>
    public static string Show(string? value) => string.IsNullOrWhiteSpace(value) ? "nothing" : IsHarmless(value) ? value.Trim() : "(not shown)";

    /// <summary>The name of a type that nobody knows.</summary>
    public static string Type(string? name) => string.IsNullOrWhiteSpace(name) ? "(none)" : IsHarmless(name) ? name.Trim() : "(other)";

    /// <summary>A provider's event id, unless an address stands in it.</summary>
    public static string? EventId(string? id) =>
        id is { Length: > 0 and <= 200 } && !id.Contains('@', StringComparison.Ordinal) && !id.Contains("%40", StringComparison.Ordinal) && !id.Any(char.IsControl) ? id : null;

    /// <summary>A currency in three capital letters.</summary>
    public static string? Currency(string? text) => text?.Trim().ToUpperInvariant() is { Length: 3 } code && code.All(char.IsAsciiLetterUpper) ? code : null;

    private static bool IsHarmless(string value) => Word().IsMatch(value.Trim()) && value.Count(char.IsAsciiDigit) <= MostDigits;

    [GeneratedRegex("^[A-Za-z0-9_.:/ -]{1,40}$")]
    private static partial Regex Word();
}
