using System.Text;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Html;

/// <summary>The report as one self-contained web page; also its accessible version. Charts are pixels here: an SVG in a page cannot bring its font along.</summary>
internal static class HtmlReport
{
    public static string Write(ReportModel model, Func<Figure, byte[]> pngOf)
    {
        var title = HtmlText.Show(model.DocumentTitle);
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n")
            .Append("<title>").Append(title).Append("</title>\n<style>\n").Append(EmbeddedText.Read("report.css")).Append("</style>\n</head>\n<body>\n");
        if (model.Stamp is { } stamp)
        {
            html.Append("<div class=\"stamp\" role=\"note\"><strong>").Append(HtmlText.Show(stamp)).Append("</strong></div>\n<p class=\"stamp-meaning\">")
                .Append(HtmlText.Show(model.StampMeaning ?? string.Empty)).Append("</p>\n");
        }

        html.Append("<header>\n<h1>").Append(HtmlText.Show(model.Title)).Append("</h1>\n<p>").Append(HtmlText.Show(model.Byline))
            .Append("</p>\n<p class=\"files\"><a href=\"report.pdf\">PDF</a> <a href=\"report.ipynb\">Notebook</a> ")
            .AppendJoin(' ', model.Files.Select(f => $"<a href=\"../{f}\">{f}</a>")).Append("</p>\n</header>\n<nav aria-label=\"Sections\"><ol>\n");
        foreach (var section in model.Sections)
        {
            html.Append("<li><a href=\"#").Append(section.Id).Append("\">").Append(HtmlText.Show(section.Title)).Append("</a></li>\n");
        }

        html.Append("</ol></nav>\n<main>\n");
        foreach (var section in model.Sections)
        {
            html.Append("<section id=\"").Append(section.Id).Append("\" aria-labelledby=\"").Append(section.Id).Append("-title\">\n<h2 id=\"")
                .Append(section.Id).Append("-title\">").Append(HtmlText.Show(section.Title)).Append("</h2>\n");
            foreach (var block in section.Blocks)
            {
                HtmlBlocks.Append(html, block, f => "data:image/png;base64," + Convert.ToBase64String(pngOf(f)));
            }

            html.Append("</section>\n");
        }

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }
}
