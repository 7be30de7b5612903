using System.Text;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Notebook;

/// <summary>Writes blocks as Markdown. Figures have cells of their own.</summary>
internal static class MarkdownBlocks
{
    public static void Append(StringBuilder text, ReportBlock block)
    {
        switch (block)
        {
            case Paragraph p:
                text.Append(p.IsNote ? $"<small>{MarkdownText.Escape(p.Text)}</small>" : MarkdownText.Escape(p.Text)).Append("\n\n");
                break;
            case Subheading h:
                text.Append("### ").Append(MarkdownText.Escape(h.Text)).Append("\n\n");
                break;
            case BulletList list:
                text.AppendJoin('\n', list.Items.Select(i => "- " + MarkdownText.Escape(i))).Append("\n\n");
                break;
            case CommandLine command:
                text.Append("```\n").Append(command.Text.Replace("`", "'", StringComparison.Ordinal)).Append("\n```\n\n");
                break;
            case Callout callout:
                Quote(text, [$"**{MarkdownText.Escape(callout.Title)}**", .. callout.Lines.Select(MarkdownText.Escape)]);
                break;
            case KeyNumbers numbers:
                Rows(text, [.. numbers.Numbers.Select(n => n.Label)], [false],
                    [[.. numbers.Numbers.Select(n => n.Value)], [.. numbers.Numbers.Select(n => n.Detail)]]);
                break;
            case ReportTable table:
                text.Append("**").Append(MarkdownText.Escape(table.Caption)).Append("**\n\n");
                Rows(text, [.. table.Columns.Select(c => c.Header)], [.. table.Columns.Select(c => c.IsNumber)], table.Rows);
                text.Append(table.Note is { } note ? $"<small>{MarkdownText.Escape(note)}</small>\n\n" : string.Empty);
                break;
            case MessageCard card:
                Quote(text,
                [
                    $"*{MarkdownText.Escape(card.Title)}*", $"**{MarkdownText.Escape(card.Subject)}**", MarkdownText.Escape(card.Preheader),
                    .. card.Paragraphs.Select(MarkdownText.Escape), .. card.CallToAction is { } action ? [MarkdownText.Escape(action)] : Array.Empty<string>(),
                    $"<small>{MarkdownText.Escape(card.Facts)}</small>",
                ]);
                break;
            case Figure:
                break;
            default:
                throw new InvalidOperationException($"No Markdown for {block.GetType().Name}.");
        }
    }

    private static void Quote(StringBuilder text, IEnumerable<string> paragraphs) =>
        text.AppendJoin("\n>\n", paragraphs.Where(p => p.Length > 0).Select(p => "> " + p)).Append("\n\n");

    private static void Rows(StringBuilder text, IReadOnlyList<string> headers, IReadOnlyList<bool> isNumber, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        text.Append("| ").AppendJoin(" | ", headers.Select(MarkdownText.Escape)).Append(" |\n|")
            .AppendJoin('|', headers.Select((_, i) => i < isNumber.Count && isNumber[i] ? "---:" : ":---")).Append("|\n");
        foreach (var row in rows)
        {
            text.Append("| ").AppendJoin(" | ", row.Select(MarkdownText.Escape)).Append(" |\n");
        }

        text.Append('\n');
    }
}
