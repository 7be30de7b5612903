using System.Text;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Html;

/// <summary>Writes blocks as semantic HTML. Every text is escaped here and nowhere else.</summary>
internal static class HtmlBlocks
{
    /// <summary>A word of this length, such as a hash, may be broken anywhere.</summary>
    private const int LongWord = 40;

    public static void Append(StringBuilder html, ReportBlock block, Func<Figure, string> imageSource)
    {
        switch (block)
        {
            case Paragraph p:
                html.Append(p.IsNote ? "<p class=\"note\">" : "<p>").Append(HtmlText.Show(p.Text)).Append("</p>\n");
                break;
            case Subheading h:
                html.Append("<h3>").Append(HtmlText.Show(h.Text)).Append("</h3>\n");
                break;
            case BulletList list:
                AppendList(html, list.Items);
                break;
            case CommandLine command:
                html.Append("<pre><code>").Append(HtmlText.Show(command.Text)).Append("</code></pre>\n");
                break;
            case Callout callout:
                AppendCallout(html, callout);
                break;
            case KeyNumbers numbers:
                AppendNumbers(html, numbers);
                break;
            case ReportTable table:
                html.Append(Table(table));
                break;
            case MessageCard card:
                AppendMessage(html, card);
                break;
            case Figure figure:
                html.Append("<figure id=\"").Append(figure.Id).Append("\"><img src=\"").Append(imageSource(figure)).Append("\" alt=\"")
                    .Append(HtmlText.Show(figure.AltText)).Append("\"><figcaption>").Append(HtmlText.Show(figure.Caption)).Append("</figcaption></figure>\n");
                break;
            default:
                throw new InvalidOperationException($"No HTML for {block.GetType().Name}.");
        }
    }

    public static string Table(ReportTable table)
    {
        var html = new StringBuilder($"<div class=\"table\"><table id=\"table-{table.Id}\">\n<caption>").Append(HtmlText.Show(table.Caption)).Append("</caption>\n<thead><tr>");
        foreach (var column in table.Columns)
        {
            html.Append(column.IsNumber ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">").Append(HtmlText.Show(column.Header)).Append("</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr><th scope=\"row\">").Append(HtmlText.Show(row[0])).Append("</th>");
            for (var i = 1; i < row.Count; i++)
            {
                html.Append(table.Columns[i].IsNumber ? "<td class=\"n\">" : row[i].Length >= LongWord && !row[i].Contains(' ') ? "<td class=\"hash\">" : "<td>").Append(HtmlText.Show(row[i])).Append("</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n");
        return table.Note is { } note ? html.Append("<p class=\"note\">").Append(HtmlText.Show(note)).Append("</p>\n").ToString() : html.ToString();
    }

    private static void AppendList(StringBuilder html, IReadOnlyList<string> items)
    {
        html.Append("<ul>\n");
        foreach (var item in items)
        {
            html.Append("<li>").Append(HtmlText.Show(item)).Append("</li>\n");
        }

        html.Append("</ul>\n");
    }

    private static void AppendCallout(StringBuilder html, Callout callout)
    {
        html.Append("<div class=\"callout ").Append(callout.Kind switch
        {
            CalloutKind.Good => "good",
            CalloutKind.Warning => "warning",
            CalloutKind.Problem => "problem",
            _ => "info",
        }).Append("\"><p class=\"headline\">").Append(HtmlText.Show(callout.Title)).Append("</p>\n");
        foreach (var line in callout.Lines)
        {
            html.Append("<p>").Append(HtmlText.Show(line)).Append("</p>\n");
        }

        html.Append("</div>\n");
    }

    private static void AppendNumbers(StringBuilder html, KeyNumbers numbers)
    {
        html.Append("<dl class=\"numbers\">\n");
        foreach (var number in numbers.Numbers)
        {
            html.Append("<div><dt>").Append(HtmlText.Show(number.Label)).Append("</dt><dd class=\"value\">").Append(HtmlText.Show(number.Value))
                .Append("</dd><dd>").Append(HtmlText.Show(number.Detail)).Append("</dd></div>\n");
        }

        html.Append("</dl>\n");
    }

    private static void AppendMessage(StringBuilder html, MessageCard card)
    {
        html.Append("<article class=\"mail\"><h3>").Append(HtmlText.Show(card.Title)).Append("</h3>\n<p class=\"subject\">")
            .Append(HtmlText.Show(card.Subject)).Append("</p>\n<p class=\"preheader\">").Append(HtmlText.Show(card.Preheader)).Append("</p>\n");
        foreach (var paragraph in card.Paragraphs)
        {
            html.Append("<p>").Append(HtmlText.Show(paragraph)).Append("</p>\n");
        }

        if (card.CallToAction is { } action)
        {
            html.Append("<p class=\"action\">").Append(HtmlText.Show(action)).Append("</p>\n");
        }

        html.Append("<p class=\"note\">").Append(HtmlText.Show(card.Facts)).Append("</p></article>\n");
    }
}
