using System.Globalization;
using SkOrchestrator.Runs;

namespace SkOrchestrator.Commands;

/// <summary>Reads the values of options that are lists or numbers; numbers have a decimal point in every country.</summary>
internal static class OptionValue
{
    /// <summary>The names of a list such as <c>a,b</c>.</summary>
    public static IReadOnlyList<string> Names(string[]? values) =>
        [.. (values ?? []).SelectMany(v => v.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>The numbers of a list such as <c>a=1,b=2</c>.</summary>
    /// <exception cref="UsageException">A part is not a name and a number, or a name stands there twice.</exception>
    public static IReadOnlyDictionary<string, double> Numbers(string option, string[]? values)
    {
        var numbers = new Dictionary<string, double>();
        foreach (var part in Names(values))
        {
            var equals = part.LastIndexOf('=');
            if (equals <= 0 || !TryParse(part[(equals + 1)..], out var number))
            {
                throw new UsageException("CLI002", $"{option} can't read '{part}'", $"write {option} \"NAME=NUMBER\", for several \"NAME=NUMBER,NAME=NUMBER\"");
            }

            if (!numbers.TryAdd(part[..equals].Trim(), number))
            {
                throw new UsageException("CLI002", $"{option} names {part[..equals].Trim()} twice", "name it once");
            }
        }

        return numbers;
    }

    /// <summary>A number between two bounds; null where none is given.</summary>
    /// <exception cref="UsageException">It is no number, or outside.</exception>
    public static double? Number(string option, string? value, double from, double below) =>
        value is null ? null
        : TryParse(value, out var number) && number >= from && number < below ? number
        : throw new UsageException(
            "CLI002",
            $"{option} can't be '{value}'",
            string.Create(CultureInfo.InvariantCulture, $"give a number of at least {from:0.##########} and below {below}, with a decimal point"));

    private static bool TryParse(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
}
