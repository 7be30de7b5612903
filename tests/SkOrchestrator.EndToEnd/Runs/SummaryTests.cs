using System.Text.Json.Nodes;
using SkOrchestrator.EndToEnd.Support;

namespace SkOrchestrator.EndToEnd.Runs;

[Collection(SampleRunCollection.Name)]
public sealed class SummaryTests(SampleRun sample)
{
    [Fact]
    public void The_run_ends_with_a_table_the_report_and_the_next_command_on_stdout_and_progress_on_stderr()
    {
        foreach (var expected in new[] { "SIMULATED", "approved", "lift", "report.html", "audit verify" })
        {
            Assert.Contains(expected, sample.Result.Output, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("[12/12] report", sample.Result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', sample.Result.Output + sample.Result.Errors);
    }

    [Fact]
    public void Every_label_of_a_segment_is_in_the_table() => Assert.All(
        sample.Run.Json("segments.json").AsArray(),
        s => Assert.Contains((string)s!["label"]!, sample.Result.Output, StringComparison.Ordinal));

    [Fact]
    public async Task With_json_stdout_is_one_document()
    {
        using var folder = new TemporaryFolder();
        var result = await Orchestrator.RunAsync("run", "--output", folder.Path, "--run-id", "json", "--json");

        var document = JsonNode.Parse(result.Output)!;
        Assert.Equal(0, result.ExitCode);
        Assert.Equal("json", (string)document["runId"]!);
        Assert.Equal("simulated", (string)document["decision"]!["status"]!);
    }

    [Fact]
    public async Task With_json_a_failed_run_gives_one_document_with_its_errors()
    {
        using var folder = new TemporaryFolder();
        var result = await Orchestrator.RunAsync("run", "--output", folder.Path, "--customers", folder["nowhere.csv"], "--json");

        var document = JsonNode.Parse(result.Output)!;
        Assert.Equal(3, result.ExitCode);
        Assert.Equal(3, (int)document["exitCode"]!);
        Assert.Equal("CSV001", (string)document["errors"]![0]!["code"]!);
    }

    [Fact]
    public async Task With_quiet_only_the_run_directory_is_printed()
    {
        using var folder = new TemporaryFolder();
        var result = await Orchestrator.RunAsync("run", "--output", folder.Path, "--run-id", "quiet", "--quiet");

        Assert.Equal(folder["quiet"], result.Output.Trim());
        Assert.Empty(result.Errors);
    }

    [Fact]
    public async Task The_audit_of_the_run_verifies_and_a_changed_one_does_not()
    {
        var intact = await Orchestrator.RunAsync("audit", "verify", sample.Run.Path);
        using var folder = new TemporaryFolder();
        var changed = folder.Write("safety_audit.csv", sample.Run.Text("safety_audit.csv").Replace(",pass,", ",block,", StringComparison.Ordinal));
        var broken = await Orchestrator.RunAsync("audit", "verify", changed);

        var cut = folder.CopyOf(sample.Run.Path);
        File.Delete(Path.Combine(cut, "run.json"));
        var withoutManifest = await Orchestrator.RunAsync("audit", "verify", cut);

        Assert.Equal(4, withoutManifest.ExitCode);
        Assert.Equal(0, intact.ExitCode);
        Assert.Contains("intact", intact.Output, StringComparison.Ordinal);
        Assert.Equal(4, broken.ExitCode);
    }
}
