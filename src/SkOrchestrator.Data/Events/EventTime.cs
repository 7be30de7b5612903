using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SkOrchestrator.Data.Events;

/// <summary>Reads the times of providers: ISO 8601 with or without an offset (UTC), and seconds or milliseconds since 1970.</summary>
internal static partial class EventTime
{
    public const string Expected = "a time such as 2026-11-20T09:14:05Z, or seconds since 1970";

    private const double FirstThatIsMilliseconds = 1e11;
    private static readonly DateTime Earliest = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Latest = new(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static DateTime? Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => FromNumber(value.GetDouble()),
        JsonValueKind.String => Read(value.GetString()),
        _ => null,
    };

    public static DateTime? Read(string? text)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return FromNumber(number);
        }

        var time = text.EndsWith("UTC", StringComparison.Ordinal) ? text[..^3].TrimEnd() + "Z" : text;
        return Iso().IsMatch(time)
            && DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? Known(moment.UtcDateTime)
            : null;
    }

    private static DateTime? FromNumber(double number)
    {
        var seconds = number >= FirstThatIsMilliseconds ? number / 1000 : number;
        return seconds is > 0 and < 4.2e9 ? Known(DateTime.UnixEpoch.AddMilliseconds(Math.Round(seconds * 1000))) : null;
    }

    private static DateTime? Known(DateTime time) => time >= Earliest && time < Latest ? time : null;

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?( ?(Z|[+-]\d\d(:?\d\d)?))?$")]
    private static partial Regex Iso();
}
