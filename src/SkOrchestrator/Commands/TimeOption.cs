using System.CommandLine.Parsing;
using System.Globalization;

namespace SkOrchestrator.Commands;

/// <summary>Reads a time from the command line; without an offset it is UTC.</summary>
internal static class TimeOption
{
    private static readonly string[] TimeFormats =
        ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    public static DateTimeOffset? Parse(ArgumentResult argument)
    {
        var text = argument.Tokens.Single().Value;
        if (DateTimeOffset.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            && time.Year is > 1999 and < 2200)
        {
            return time;
        }

        argument.AddError($"'{text}' is not a time between the years 2000 and 2199; expected ISO 8601, such as 2026-12-01T09:00:00Z");
        return null;
    }
}
