using System.Text.RegularExpressions;

namespace SkOrchestrator.Logging;

/// <summary>The last line of defence of the logs: no personal column gets this far, but what looks like an e-mail address is masked all the same.</summary>
internal static partial class Redaction
{
    public static string Apply(string text) => text.Contains('@', StringComparison.Ordinal) ? Address().Replace(text, "[address]") : text;

    [GeneratedRegex(@"[^\s@<>""',;:()\[\]]+@[^\s@<>""',;:()\[\]]+\.[^\s@<>""',;:()\[\]]+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
