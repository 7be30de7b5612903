namespace SkOrchestrator.Reporting.Charts;

/// <summary>Fits names into charts.</summary>
internal static class ChartLabel
{
    private const int LongestName = 34;
    private const int LinesBelowAxis = 3;
    private const int CharactersAcross = 84, LongestLine = 36;

    /// <summary>A label below the axis: broken at blanks into at most three lines that fit beside the other groups.</summary>
    public static string Wrap(string text, int groups)
    {
        var width = Math.Clamp(CharactersAcross / Math.Max(1, groups), 8, LongestLine);
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Length > width ? Shorten(w, width - 1) : w))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= width)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return string.Join('\n', lines.Count <= LinesBelowAxis ? lines : [.. lines.Take(LinesBelowAxis - 1), lines[LinesBelowAxis - 1].TrimEnd('…') + "…"]);
    }

    /// <summary>A name of at most 34 characters; start and end of a longer one.</summary>
    public static string Shorten(string text) => Shorten(text, LongestName);

    private static string Shorten(string text, int longest) =>
        text.Length <= longest ? text : ReportText.Shorten(text, (longest - 1) * 2 / 3, longest - 1 - ((longest - 1) * 2 / 3));
}
