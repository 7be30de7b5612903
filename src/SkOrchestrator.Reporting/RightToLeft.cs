using System.Text.RegularExpressions;

namespace SkOrchestrator.Reporting;

/// <summary>Keeps words of right-to-left scripts from turning the numbers and signs around them about (Unicode Standard Annex 9, isolates).</summary>
internal static partial class RightToLeft
{
    private const char FirstStrongIsolate = '\u2068', PopDirectionalIsolate = '\u2069';

    /// <summary>The text with each run of right-to-left words in an isolate.</summary>
    public static string Isolate(string text) => Words().Replace(text, m => $"{FirstStrongIsolate}{m.Value}{PopDirectionalIsolate}");

    [GeneratedRegex(@"[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]+(?:[ \u00A0][\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]+)*")]
    private static partial Regex Words();
}
