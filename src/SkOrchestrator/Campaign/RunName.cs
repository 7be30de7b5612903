using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using SkOrchestrator.Runs;

namespace SkOrchestrator.Campaign;

/// <summary>Names a run, and its trace after it.</summary>
internal static partial class RunName
{
    /// <summary>The id the user asked for, or the time in UTC; a number is added when that is taken.</summary>
    public static string Choose(RunRequest request, DateTimeOffset now)
    {
        if (request.RunId is { } id)
        {
            return Pattern().IsMatch(id)
                ? id
                : throw new UsageException("RUN003", $"'{id}' can't name a run", "use up to 80 letters, digits, '-', '_' and '.', beginning with a letter or digit");
        }

        var name = now.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var candidate = name;
        for (var number = 2; Directory.Exists(Path.Combine(request.Output, candidate)); number++)
        {
            candidate = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
        }

        return candidate;
    }

    /// <summary>The trace id of a run: 32 hex digits that follow from its name, so that logs and traces of a run find each other.</summary>
    public static string TraceId(string runId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(runId)))[..32];

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_.-]{0,79}$")]
    private static partial Regex Pattern();
}
