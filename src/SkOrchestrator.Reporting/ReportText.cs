using System.Globalization;
using System.Text;
using SkOrchestrator.Reporting.Fonts;

namespace SkOrchestrator.Reporting;

/// <summary>Makes text from customers, documents and models fit to be shown: one line, no control or direction-changing characters.</summary>
internal static class ReportText
{
    private const int LongestName = 44, StartOfName = 28, EndOfName = 12;

    /// <summary>The text on one line; white space is folded.</summary>
    public static string Line(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return string.Empty;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (!IsHidden(rune))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>
    /// A name from a customer's file on one line, cut in the middle where it is very long. Where it is cut, or the PDF's font can't draw all of it,
    /// <paramref name="mark"/> stands behind it, so that two such names can be told apart.
    /// </summary>
    public static string Name(string? name, string mark)
    {
        var line = Line(name);
        return line.Length == 0 ? $"({mark})"
            : line.Length > LongestName ? $"{Shorten(line, StartOfName, EndOfName)} ({mark})"
            : BundledFonts.CanDraw(line) ? line : $"{line} ({mark})";
    }

    /// <summary>Start and end of a long name, never half a character.</summary>
    public static string Shorten(string line, int startOfName, int endOfName)
    {
        var (start, end) = (startOfName, line.Length - endOfName);
        return line[..(char.IsHighSurrogate(line[start - 1]) ? start - 1 : start)] + "…" + line[(char.IsLowSurrogate(line[end]) ? end + 1 : end)..];
    }

    /// <summary>The paragraphs of a text: parts between blank lines, each on one line.</summary>
    public static IReadOnlyList<string> Paragraphs(string text) =>
    [
        .. text.ReplaceLineEndings("\n").Split("\n\n").Select(Line).Where(p => p.Length > 0),
    ];

    /// <summary>Controls and formats: bidirectional overrides, zero-width characters, lone surrogates, unassigned ones.</summary>
    private static bool IsHidden(Rune rune) => rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
