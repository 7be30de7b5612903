using SkOrchestrator.Reporting.Sections;
using SkOrchestrator.Reporting.Tests.Fixtures;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace SkOrchestrator.Reporting.Tests;

public sealed class PdfReportTests
{
    [Fact]
    [Requirement("6.8")]
    public void Every_page_has_text_run_id_and_page_number()
    {
        var pages = Pages(Some.Report());

        Assert.True(pages.Count > 3);
        Assert.All(pages, (page, index) =>
        {
            Assert.Contains("Run20260901-080000-autumn", page);
            Assert.Contains($"Page{index + 1}of{pages.Count}", page);
        });
    }

    [Fact]
    public void Simulated_stands_on_every_page_and_only_when_it_is_true()
    {
        Assert.All(Pages(Some.Report()), page => Assert.Contains("SIMULATEDENGAGEMENT", page));
        Assert.All(Pages(Some.Report("inconclusive")), page => Assert.DoesNotContain("SIMULATEDENGAGEMENT", page));
    }

    [Fact]
    [Requirement("6.2")]
    [Requirement("5.7")]
    public void Every_cell_of_every_table_stands_in_the_document()
    {
        var input = Some.Report();
        using var folder = RunFolder.Of(input);
        var text = string.Concat(Read(folder));

        var tables = ReportBuilder.Build(input).Tables.ToList();
        Assert.True(tables.Count > 8);
        Assert.All(tables.SelectMany(t => t.Rows).SelectMany(r => r).SelectMany(cell => cell.Split(' ', '\u00a0')), word => Assert.Contains(Squeeze(word), text));
    }

    [Fact]
    public void Only_the_bundled_font_is_used()
    {
        using var folder = RunFolder.Of(Some.HostileReport());
        using var document = PdfDocument.Open(folder.Bytes("report/report.pdf"));

        var fonts = document.GetPages().SelectMany(p => p.Letters).Select(l => l.FontName!).Distinct().ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, name => Assert.Contains("Inter", name));
    }

    [Fact]
    public void Characters_that_the_font_lacks_become_question_marks_and_no_page_breaks_down()
    {
        var text = string.Concat(Pages(Some.HostileReport()));

        Assert.Contains("righttoleft?", text);
        Assert.Contains("Łódź", text);
        Assert.DoesNotContain("日本語", text);
        Assert.DoesNotContain("\uFFFD", text);
    }

    [Fact]
    public void Long_words_stay_inside_the_page()
    {
        using var folder = RunFolder.Of(Some.HostileReport());
        using var document = PdfDocument.Open(folder.Bytes("report/report.pdf"));

        Assert.All(document.GetPages(), page => Assert.All(
            page.Letters.Where(l => l.Value == "W"), l => Assert.InRange(l.EndBaseLine.X, 0, page.Width - 30)));
    }

    [Fact]
    public void Executive_summary_stands_on_the_first_page_and_no_page_is_nearly_empty()
    {
        var pages = Pages(Some.Report());

        Assert.Contains("Writtenbytheexperimentagent", pages[0]);
        Assert.All(pages, page => Assert.True(page.Length > 300, page));
    }

    [Fact]
    public void Headings_of_tables_are_repeated_after_page_breaks()
    {
        var input = Some.Report();
        var rows = Enumerable.Range(0, 90).Select(i => $"customers{i}.csv").ToList();
        var pages = Pages(input with { Run = input.Run with { Inputs = [.. rows.Select(r => input.Run.Inputs[0] with { Path = r })] } });

        var holding = pages.Where(p => rows.Exists(r => p.Contains(r, StringComparison.Ordinal))).ToList();
        Assert.True(holding.Count > 1);
        Assert.All(holding, page => Assert.Contains("SHA-256", page));
    }

    [Fact]
    public void Document_times_are_those_of_the_run()
    {
        using var folder = RunFolder.Of(Some.Report());
        using var document = PdfDocument.Open(folder.Bytes("report/report.pdf"));

        Assert.Contains("20260901080000", document.Information.CreationDate);
        Assert.Contains("20260901080005", document.Information.ModifiedDate);
        Assert.Contains("20260901-080000-autumn", document.Information.Title);
    }

    private static List<string> Pages(ReportInput input)
    {
        using var folder = RunFolder.Of(input);
        return Read(folder);
    }

    /// <summary>The text of each page without white space: where a line breaks is the layout's business.</summary>
    private static List<string> Read(RunFolder folder)
    {
        using var document = PdfDocument.Open(folder.Bytes("report/report.pdf"));
        return [.. document.GetPages().Select(p => Squeeze(ContentOrderTextExtractor.GetText(p)))];
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
