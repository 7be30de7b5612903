using System.Text;
using System.Text.RegularExpressions;

namespace SkOrchestrator.Reporting.Notebook;

/// <summary>Escapes text for Markdown cells: no formatting, HTML, links, tables or formulas can come from it.</summary>
internal static partial class MarkdownText
{
    /// <summary>A text on one line that shows as it is.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in RightToLeft.Isolate(text))
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '$' => escaped.Append("&#36;"),
                '|' => escaped.Append("&#124;"),
                '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '~' or '!' => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return Start().Replace(escaped.ToString(), m => m.Groups["number"].Success ? m.Groups["number"].Value + "\\" + m.Groups["sign"].Value : "\\" + m.Value);
    }

    /// <summary>What would start a list or a heading at the start of a line.</summary>
    [GeneratedRegex(@"^(?:(?<number>\d+)(?<sign>[.)])|[-+=])")]
    private static partial Regex Start();
}
