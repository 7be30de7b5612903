using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SkOrchestrator.EndToEnd.Support;
using UglyToad.PdfPig;

namespace SkOrchestrator.EndToEnd.Analyses;

/// <summary>An analysis leaves the run as it was, and nothing personal behind.</summary>
[Collection(SentRunsCollection.Name)]
public sealed class RunRecordTests(SentRuns runs) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Analyses_are_numbered_repeat_byte_for_byte_and_leave_the_run_unchanged()
    {
        var again = await runs.AnalyzeAsync("--as-of", runs.Planned.Afterwards, "--quiet");

        var second = runs.Planned.Run.File("analyses/2");
        Assert.Equal(second + "\n", again.Output);
        Assert.Equal(["1", "2"], Directory.EnumerateFileSystemEntries(runs.Planned.Run.File("analyses")).Select(f => Path.GetFileName(f)!).Order());
        Assert.Equal(runs.Before, SentRuns.Hashes(runs.Planned.Run));
        Assert.All(
            new[] { "analysis.json", "results.csv", "events.csv", "diagnostics.csv" },
            f => Assert.Equal(File.ReadAllBytes(runs.First.File(f)), File.ReadAllBytes(Path.Combine(second, f))));
    }

    [Fact]
    public void No_file_of_an_analysis_holds_an_address_a_name_or_a_path_of_this_machine()
    {
        var addresses = runs.Planned.Customers.Select(c => c["email"]).Where(e => e.Contains('@', StringComparison.Ordinal)).ToList();
        var names = new Regex($@"(?<![\w-])({string.Join('|', runs.Planned.Customers.Select(c => c["first_name"]).Where(n => n.Length > 1).Distinct().Select(Regex.Escape))})(?![\w-])");
        Assert.True(addresses.Count > 450);

        foreach (var file in runs.First.AllFiles())
        {
            var text = Path.GetExtension(file) == ".pdf" ? PdfText(file) : File.ReadAllText(file);
            Assert.DoesNotContain(addresses, a => text.Contains(a, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(Path.GetTempPath(), text, StringComparison.Ordinal);
            Assert.True(Path.GetExtension(file) == ".png" || !names.IsMatch(text), $"{file}: {names.Match(text).Value}");
        }
    }

    [Fact]
    public void Every_file_of_an_analysis_is_there()
    {
        Assert.All(
            new[] { "analysis.json", "results.csv", "events.csv", "diagnostics.csv", "report/report.html", "report/report.pdf", "report/report.ipynb" },
            f => Assert.True(runs.First.Has(f), f));
        Assert.Contains(runs.First.File("analysis.json"), runs.Result.Output, StringComparison.Ordinal);
        Assert.Contains(runs.First.File("report/report.html"), runs.Result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_notebook_of_an_analysis_runs_in_plain_python()
    {
        var notebook = runs.First.Json("report/report.ipynb");
        var code = string.Join("\n\n", notebook["cells"]!.AsArray().Where(c => (string)c!["cell_type"]! == "code").Select(c => string.Concat(c!["source"]!.AsArray().Select(l => (string)l!))));
        var start = new ProcessStartInfo("python3", ["-X", "utf8", "-W", "error", _folder.Write("cells.py", code)])
        {
            WorkingDirectory = runs.First.File("report"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process? process = null;
        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("python3 is not installed");
        }

        using (process)
        {
            var errors = process!.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, output + await errors);
            Assert.NotEmpty(output);
        }
    }

    private static string PdfText(string file)
    {
        using var document = PdfDocument.Open(file);
        return string.Join('\n', document.GetPages().Select(p => p.Text));
    }
}
