using SkiaSharp;
using SkOrchestrator.Reporting.Charts;
using SkOrchestrator.Reporting.Fonts;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Pdf;

/// <summary>The report as PDF. The same model gives the same bytes: times come from the run, fonts from the program.</summary>
internal static class PdfReport
{
    private static readonly float[] HeightsToTry = [0, 6, 12, -24, -48, -72];

    public static void Write(ReportModel model, Func<Figure, ChartImages> imagesOf, Stream output)
    {
        using var set = Set(model, imagesOf);
        var pages = set.Pages;
        var metadata = SKDocumentPdfMetadata.Default;
        metadata.Title = model.DocumentTitle;
        metadata.Author = model.Author;
        metadata.Subject = model.Stamp is null ? model.Subtitle : $"{model.Subtitle} – {model.Stamp}";
        metadata.Creator = metadata.Producer = "Customer Personalization Orchestrator";
        metadata.Creation = model.CreatedAt.UtcDateTime;
        metadata.Modified = model.ModifiedAt.UtcDateTime;
        using var document = SKDocument.CreatePdf(output, metadata);
        using PdfFont small = new(false, 8), strong = new(true, 8), stamp = new(true, 54);
        for (var page = 0; page < pages.Count; page++)
        {
            var canvas = document.BeginPage(PdfStyle.PageWidth, PdfStyle.PageHeight);
            Watermark(model, canvas, stamp);
            pages.Replay(page, canvas);
            HeaderAndFooter(model, canvas, small, strong, page + 1, pages.Count);
            document.EndPage();
        }

        document.Close();
    }

    /// <summary>Sets the report; pages get a little higher or lower where the last one would hold a few lines only.</summary>
    private static PdfBlocks Set(ReportModel model, Func<Figure, ChartImages> imagesOf)
    {
        const float fewLines = 120;
        PdfBlocks? first = null;
        foreach (var extra in HeightsToTry)
        {
            var blocks = new PdfBlocks(new PdfPages(extra), imagesOf);
            blocks.Title(model);
            foreach (var section in model.Sections)
            {
                blocks.Section(section);
            }

            if (blocks.Pages.Count == 1 || blocks.Pages.Y - PdfStyle.Top > fewLines)
            {
                first?.Dispose();
                return blocks;
            }

            if (first is null)
            {
                first = blocks;
            }
            else
            {
                blocks.Dispose();
            }
        }

        return first!;
    }

    private static void Watermark(ReportModel model, SKCanvas canvas, PdfFont font)
    {
        if (model.Stamp is not { } stamp)
        {
            return;
        }

        canvas.Save();
        canvas.Translate(PdfStyle.PageWidth / 2, PdfStyle.PageHeight / 2);
        canvas.RotateDegrees(-52);
        var words = stamp.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            font.Draw(canvas, words[i], 0, (i - ((words.Length - 1) / 2f)) * 64, PdfStyle.Warning.WithAlpha(22), SKTextAlign.Center);
        }

        canvas.Restore();
    }

    private static void HeaderAndFooter(ReportModel model, SKCanvas canvas, PdfFont small, PdfFont strong, int page, int count)
    {
        using var line = new SKPaint { Color = PdfStyle.Line, StrokeWidth = 0.5f };
        const float right = PdfStyle.PageWidth - PdfStyle.Right, header = 34, footer = PdfStyle.PageHeight - 28;
        var name = small.Wrap($"{model.Title} · {model.Subtitle}", PdfStyle.ContentWidth * 0.66f)[0];
        small.Draw(canvas, name, PdfStyle.Left, header, PdfStyle.Quiet);
        if (model.Stamp is { } stamp)
        {
            strong.Draw(canvas, stamp, right, header, PdfStyle.Warning, SKTextAlign.Right);
        }

        canvas.DrawLine(PdfStyle.Left, header + 7, right, header + 7, line);
        canvas.DrawLine(PdfStyle.Left, footer - 12, right, footer - 12, line);
        small.Draw(canvas, small.Wrap(model.RunId is { } run ? "Run " + BundledFonts.Drawable(run) : ReportNumber.Moment(model.CreatedAt), PdfStyle.ContentWidth * 0.7f)[0], PdfStyle.Left, footer, PdfStyle.Quiet);
        small.Draw(canvas, $"Page {page} of {count}", right, footer, PdfStyle.Quiet, SKTextAlign.Right);
    }
}
