using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SkOrchestrator.Reporting.Tests.Fixtures;

namespace SkOrchestrator.Reporting.Tests;

[Requirement("6.1")]
public sealed class NotebookReportTests
{
    [Fact]
    public void Notebook_follows_nbformat_4_5()
    {
        using var folder = RunFolder.Of(Some.HostileReport());
        var notebook = Notebook(folder);

        Assert.Equal(["cells", "metadata", "nbformat", "nbformat_minor"], notebook.Select(p => p.Key).Order(StringComparer.Ordinal));
        Assert.Equal((4, 5), ((int)notebook["nbformat"]!, (int)notebook["nbformat_minor"]!));
        Assert.Equal("python3", (string?)notebook["metadata"]!["kernelspec"]!["name"]);
        Assert.NotNull(notebook["metadata"]!["kernelspec"]!["display_name"]);
        Assert.NotNull(notebook["metadata"]!["language_info"]!["name"]);
        var cells = Cells(notebook);
        Assert.All(cells, cell =>
        {
            var isCode = (string?)cell["cell_type"] == "code";
            string[] keys = isCode
                ? ["cell_type", "execution_count", "id", "metadata", "outputs", "source"] : ["cell_type", "id", "metadata", "source"];
            Assert.Equal(keys, cell.Select(p => p.Key).Order(StringComparer.Ordinal));
            Assert.Matches("^[a-zA-Z0-9-_]{1,64}$", (string)cell["id"]!);
        });
        Assert.Equal(cells.Count, cells.Select(c => (string)c["id"]!).Distinct().Count());
    }

    [Fact]
    [Requirement("6.1")]
    public void Notebook_has_the_summary_the_metrics_and_the_figures_of_the_report()
    {
        var input = Some.Report();
        using var folder = RunFolder.Of(input);
        var cells = Cells(Notebook(folder)).ToDictionary(c => (string)c["id"]!);

        var summary = Source(cells["md-decision"]);
        Assert.StartsWith("## Executive summary\n", summary);
        Assert.Contains("Simulated: a rehearsal, not a result", summary);
        var metrics = Source(cells["md-scorecard"]);
        var comparison = input.Analysis.Comparisons.Single(c => c is { Segment: "all", Arm: "treatment-3", Metric: "click_rate" });
        Assert.Contains(ReportNumber.Lift(comparison.RelativeLiftPercent!.Estimate), metrics);
        Assert.All(new[] { "Click rate", "Open rate", "Conversion rate" }, name => Assert.Contains(name, metrics));
        Assert.All(new[] { "lift-by-variant", "lift-by-segment", "rates-by-arm" }, figure => Assert.Equal(
            folder.Bytes($"report/charts/{figure}.png"), Convert.FromBase64String((string)cells["fig-" + figure]["outputs"]![0]!["data"]!["image/png"]!)));
    }

    [Fact]
    public void The_tables_of_the_notebook_print_small_p_values_and_minus_signs_as_the_report_does()
    {
        using var folder = RunFolder.Of(SomeTable.Plain());
        var code = Code(Cells(Notebook(folder)));

        Assert.Contains("return \"< 0.001\" if p < 0.001", code);
        Assert.Contains("p_value(row[\"p_value_adjusted\"])", code);
        Assert.Contains(".replace(\"-\", \"−\")", code);
    }

    [Fact]
    public void Outputs_are_stored_as_display_data()
    {
        using var folder = RunFolder.Of(Some.Report());
        var outputs = Cells(Notebook(folder)).Where(c => c.ContainsKey("outputs")).SelectMany(c => c["outputs"]!.AsArray()).ToList();

        Assert.Equal(4, outputs.Count);
        Assert.All(outputs, output =>
        {
            Assert.Equal(["data", "metadata", "output_type"], output!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal));
            Assert.Equal("display_data", (string?)output["output_type"]);
            Assert.NotEmpty((string)output["data"]!["text/plain"]!);
        });
        var images = outputs.Select(o => (string?)o!["data"]!["image/png"]).OfType<string>().ToList();
        Assert.Equal(3, images.Count);
        Assert.All(images, image => Assert.Equal([0x89, 0x50, 0x4E, 0x47], Convert.FromBase64String(image)[..4]));
    }

    [Fact]
    public void One_cell_is_tagged_parameters_and_only_the_standard_library_is_imported()
    {
        using var folder = RunFolder.Of(Some.Report());
        var cells = Cells(Notebook(folder));

        var parameters = Assert.Single(cells, c => c["metadata"]!["tags"] is JsonArray tags && tags.Any(t => (string?)t == "parameters"));
        Assert.Contains("run_dir = \"..\"", Source(parameters));
        var modules = Regex.Matches(Code(cells), @"^\s*(?:import|from) ([\w.]+)", RegexOptions.Multiline).Select(m => m.Groups[1].Value).ToList();
        Assert.NotEmpty(modules);
        Assert.All(modules, m => Assert.Contains(m, new[] { "csv", "hashlib", "html", "json", "os", "datetime", "IPython.display" }));
    }

    [Theory]
    [InlineData("## Executive summary")]
    [InlineData("## Scorecard")]
    [InlineData("## Safety")]
    [InlineData("## What goes with engagement")]
    [InlineData("## Citations")]
    [InlineData("## Recommendations")]
    public void Notebook_has_every_part_of_the_report_as_markdown(string heading)
    {
        using var folder = RunFolder.Of(Some.Report());
        var cell = Assert.Single(Cells(Notebook(folder)), c => Source(c).StartsWith(heading + "\n", StringComparison.Ordinal));

        Assert.Equal("markdown", (string?)cell["cell_type"]);
        Assert.Contains("SIMULATED ENGAGEMENT", Source(cell));
    }

    [Fact]
    public void Hostile_texts_stay_texts_in_markdown_and_never_enter_code()
    {
        using var folder = RunFolder.Of(Some.HostileReport());
        var cells = Cells(Notebook(folder));
        var markdown = string.Join('\n', cells.Where(c => (string?)c["cell_type"] == "markdown").Select(Source));

        Assert.Contains("&lt;script&gt;", markdown);
        Assert.DoesNotContain("<script", markdown);
        Assert.DoesNotContain("</td>", markdown);
        Assert.DoesNotContain("$E", markdown);
        Assert.DoesNotMatch(@"(?<!\\)`tick", markdown);
        Assert.DoesNotMatch(@"(?<!\\)\*\*bold", markdown);
        Assert.DoesNotContain("script", Code(cells).Replace("{script", string.Empty, StringComparison.Ordinal));
        Assert.All(Regex.Matches(markdown, @"^\| .*$", RegexOptions.Multiline), row => Assert.EndsWith(" |", row.Value));
    }

    [Fact]
    [Requirement("5.6")]
    public void Cells_run_in_plain_python_and_find_the_stored_numbers()
    {
        using var folder = RunFolder.Of(Some.Report());

        var (exitCode, output) = Run(folder);

        Assert.True(exitCode == 0, output);
        Assert.Contains("60 rates recomputed", output);
        Assert.Contains("24 lifts recomputed", output);
        Assert.Contains("27 rows of results.csv agree", output);
        Assert.Contains("60 counts equal", output);
        Assert.Contains("12 audit rows: the chain holds", output);
        Assert.Contains("Lift of click_rate by variant · SIMULATED ENGAGEMENT", output);
    }

    [Fact]
    public void Cells_of_a_run_without_an_experiment_run_too()
    {
        using var folder = RunFolder.Of(Some.StoppedReport());

        var (exitCode, output) = Run(folder);

        Assert.True(exitCode == 0, output);
        Assert.Contains("1 audit rows: the chain holds", output);
        Assert.DoesNotContain("lifts recomputed", output);
    }

    [Theory]
    [InlineData("analysis.json", "\"rate\": 0.", "\"rate\": 0.1")]
    [InlineData("safety_audit.csv", ",pass,none", ",pass,hate")]
    [InlineData("events.csv", "C0001,clicked", "C0001,delivered")]
    public void A_changed_file_stops_the_notebook(string file, string from, string to)
    {
        using var folder = RunFolder.Of(Some.Report());
        var text = folder.Text(file);
        Assert.Contains(from, text);
        File.WriteAllText(folder.Path(file), text.Replace(from, to, StringComparison.Ordinal));

        var (exitCode, output) = Run(folder);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("AssertionError", output);
    }

    private static JsonObject Notebook(RunFolder folder) => NotebookFile.Read(folder);

    private static List<JsonObject> Cells(JsonObject notebook) => NotebookFile.Cells(notebook);

    private static string Source(JsonObject cell) => NotebookFile.Source(cell);

    private static string Code(List<JsonObject> cells) => NotebookFile.Code(cells);

    private static (int ExitCode, string Output) Run(RunFolder folder) => NotebookFile.Run(folder);
}
