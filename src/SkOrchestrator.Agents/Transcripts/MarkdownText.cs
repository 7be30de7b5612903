using System.Text;

namespace SkOrchestrator.Agents.Transcripts;

/// <summary>Makes untrusted text inert in Markdown: one line, no markup, no HTML, no links.</summary>
internal static class MarkdownText
{
    /// <summary>Characters that begin markup anywhere in a line.</summary>
    private const string Inline = "\\`*_[]~|$";

    /// <summary>Characters that begin a block at the start of a line.</summary>
    private const string AtStart = "#+-=";

    /// <summary>The text so that it shows as it stands, whatever it holds.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            escaped.Append(rune.Value switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '@' => "&#64;",
                _ when Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) => " ",
                _ when rune.IsAscii && Inline.Contains((char)rune.Value, StringComparison.Ordinal) => $"\\{rune}",
                _ => rune.ToString(),
            });
        }

        var line = escaped.ToString().Trim()
            .Replace("://", "&#58;//", StringComparison.Ordinal)
            .Replace("www.", "www&#46;", StringComparison.OrdinalIgnoreCase);
        return line.Length > 0 && AtStart.Contains(line[0], StringComparison.Ordinal) ? $"\\{line}" : NumberAtStart(line);
    }

    /// <summary>"1. " or "1) " at the start of a line would begin a list.</summary>
    private static string NumberAtStart(string text)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && digits < text.Length && (text[digits] is '.' or ')') ? $"{text[..digits]}\\{text[digits..]}" : text;
    }
}
