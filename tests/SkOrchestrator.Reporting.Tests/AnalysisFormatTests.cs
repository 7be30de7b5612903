using System.Text.RegularExpressions;
using SkOrchestrator.Reporting.Sections;
using SkOrchestrator.Reporting.Tests.Fixtures;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace SkOrchestrator.Reporting.Tests;

/// <summary>The files of an analysis: what the PDF holds, that the notebook runs, and that names from a customer's file stay names.</summary>
public sealed partial class AnalysisFormatTests
{
    [Fact]
    public void Pdf_holds_the_decision_and_every_cell_of_every_table()
    {
        var input = SomeTable.Full();
        using var folder = RunFolder.Of(input);
        var pages = Pages(folder);
        var text = string.Concat(pages);

        Assert.Contains(Squeeze("Stop: a treatment does harm"), pages[0]);
        Assert.Contains("EXPLORATORY:", pages[0]);
        Assert.Contains(Squeeze("The window is open: 62.0% of it has passed"), pages[0]);
        Assert.All(ReportBuilder.Build(input).Tables.SelectMany(t => t.Rows).SelectMany(r => r).SelectMany(c => c.Split(' ', '\u00a0')), word => Assert.Contains(Squeeze(word), text));
        Assert.All(pages, (page, index) => Assert.Contains($"Page{index + 1}of{pages.Count}", page));
        Assert.DoesNotContain("Run", pages[1].Replace("Running", string.Empty, StringComparison.Ordinal));
    }

    [Fact]
    public void Notebook_runs_in_plain_python_and_finds_the_stored_numbers()
    {
        using var folder = RunFolder.Of(SomeTable.Full());
        var (exitCode, output) = NotebookFile.Run(folder);

        Assert.True(exitCode == 0, output);
        Assert.Contains("48 rates recomputed", output);
        Assert.Contains("20 lifts recomputed", output);
        Assert.Contains("22 rows of results.csv agree", output);
        Assert.Contains("1 splits compared", output);
        Assert.Contains("1 of 6 guardrails passed", output);
        Assert.Contains("Lift of visit by zip_area (exploratory)", output);
        Assert.DoesNotContain("assignments and", output);
    }

    [Fact]
    public void Notebook_runs_with_names_that_a_spreadsheet_or_a_browser_would_run()
    {
        using var folder = RunFolder.Of(SomeTable.Hostile());
        var (exitCode, output) = NotebookFile.Run(folder);

        Assert.True(exitCode == 0, output);
        Assert.Contains("22 rows of results.csv agree", output);
        Assert.Contains("Lift of +visit|*rate* by =a (exploratory)", output);
    }

    [Theory]
    [InlineData("\"rate\": 0.106", "\"rate\": 0.107")]
    [InlineData("\"chiSquare\": 0.1,", "\"chiSquare\": 0.3,")]
    [InlineData("\"ciHigh\": 0.0009,", "\"ciHigh\": 0.0019,")]
    public void A_number_that_does_not_follow_from_the_counts_stops_the_notebook(string from, string to)
    {
        using var folder = RunFolder.Of(SomeTable.Full());
        var text = folder.Text("analysis.json");
        Assert.Contains(from, text);
        File.WriteAllText(folder.Path("analysis.json"), text.Replace(from, to, StringComparison.Ordinal));

        // as if the report had been written from the changed file
        var notebook = folder.Text("report/report.ipynb");
        File.WriteAllText(folder.Path("report/report.ipynb"), Hash().Replace(notebook, m => m.Groups[1].Value + Sha256(folder.Bytes("analysis.json"))));
        var (exitCode, output) = NotebookFile.Run(folder);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("AssertionError", output);
        Assert.DoesNotContain("is not the file", output);
    }

    [Fact]
    public void Names_of_a_file_change_no_markup_of_the_page()
    {
        using var plain = RunFolder.Of(SomeTable.Full());
        using var hostile = RunFolder.Of(SomeTable.Hostile());
        var html = hostile.Text("report/report.html");

        Assert.Contains("&lt;script&gt;", html);
        Assert.Contains("=cmd|&#39;x&#39; (control)", html);
        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("<img src=x", html);
        Assert.DoesNotContain("<b>", html);
        Assert.DoesNotContain('\u202E', html);
        Assert.Contains("\u2068שלום עולם\u2069", html);
        Assert.Contains("🔥", html);
        foreach (var tag in new[] { "table", "section", "figure", "h1", "h2", "img", "a" })
        {
            Assert.Equal(Regex.Matches(plain.Text("report/report.html"), $"<{tag}[ >]").Count, Regex.Matches(html, $"<{tag}[ >]").Count);
        }

        var ids = Regex.Matches(html, " id=\"([^\"]+)\"").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Names_of_a_file_change_no_markup_of_the_notebook_and_never_enter_code()
    {
        using var folder = RunFolder.Of(SomeTable.Hostile());
        var markdown = NotebookFile.Markdown(folder);

        Assert.DoesNotContain("<script", markdown);
        Assert.DoesNotContain("<img", markdown);
        Assert.DoesNotContain("](javascript:alert(3))", markdown.Replace("\\](javascript", string.Empty, StringComparison.Ordinal));
        Assert.DoesNotMatch(@"(?<!\\)\*bold", markdown);
        Assert.DoesNotMatch(@"(?<!\\)\[20%", markdown);
        Assert.DoesNotMatch(@"(?<!\\)`tick", markdown);
        Assert.DoesNotContain("$E", markdown);
        Assert.All(Regex.Matches(markdown, @"^\| .*$", RegexOptions.Multiline), row => Assert.EndsWith(" |", row.Value));
        var code = NotebookFile.Code(NotebookFile.Cells(NotebookFile.Read(folder)));
        Assert.All(["alert", "cmd|", "VeryLong", "[20%]", "שלום"], name => Assert.DoesNotContain(name, code));
    }

    [Fact]
    public void Names_of_a_file_are_inert_in_the_table()
    {
        var lines = AnalysisFiles.Results(SomeTable.Hostile().Analysis).Split('\n')[1..^1];

        Assert.All(lines, line => Assert.DoesNotMatch("^[=+@-]|,[=+@]", line));
        Assert.Contains(lines, l => l.StartsWith("'=a=", StringComparison.Ordinal));
    }

    [Fact]
    public void Long_and_foreign_names_stay_inside_the_page_and_apart_from_each_other()
    {
        using var folder = RunFolder.Of(SomeTable.Hostile());
        using var document = PdfDocument.Open(folder.Bytes("report/report.pdf"));
        var text = string.Concat(Pages(folder));

        Assert.All(document.GetPages(), page => Assert.All(page.Letters, l => Assert.InRange(l.EndBaseLine.X, 0, page.Width - 30)));
        Assert.All(document.GetPages().SelectMany(p => p.Letters).Select(l => l.FontName!).Distinct(), name => Assert.Contains("Inter", name));
        Assert.Contains("(T2)", text);
        Assert.Contains("?=?(#3)", text);
        Assert.Contains("?=?(#4)", text);
    }

    [Fact]
    public void No_page_of_the_analysis_is_nearly_empty()
    {
        using var folder = RunFolder.Of(SomeTable.Full());

        Assert.All(Pages(folder), page => Assert.True(page.Length > 400, page));
    }

    private static List<string> Pages(RunFolder folder)
    {
        using var document = PdfDocument.Open(folder.Bytes("report/report.pdf"));
        return [.. document.GetPages().Select(p => Squeeze(ContentOrderTextExtractor.GetText(p)))];
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));

    [GeneratedRegex("""(analysis\.json\\":\\")[0-9a-f]{64}""")]
    private static partial Regex Hash();
}
