using SkOrchestrator.EndToEnd.Support;

namespace SkOrchestrator.EndToEnd.Runs;

[Collection(SampleRunCollection.Name)]
public sealed class BlockedRunTests(SampleRun sample)
{
    [Fact]
    [Requirement("4.3")]
    [Requirement("4.7")]
    public async Task When_every_variant_is_blocked_the_run_ends_with_4_and_all_files_exist()
    {
        using var folder = new TemporaryFolder();
        var config = folder.CopyOf("config");
        await File.AppendAllTextAsync(Path.Combine(config, "safety_thresholds.yaml"), "\n", TestContext.Current.CancellationToken);
        var thresholds = Path.Combine(config, "safety_thresholds.yaml");
        var text = await File.ReadAllTextAsync(thresholds, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(thresholds, text.Replace("blocklist: []", "blocklist: [the]", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var result = await Orchestrator.RunAsync("run", "--output", folder.Path, "--run-id", "blocked", "--config", config);

        var run = new RunFolder(folder["blocked"]);
        Assert.True(result.ExitCode == 4, result.Errors);
        Assert.All(sample.Run.AllFiles().Select(f => Path.GetRelativePath(sample.Run.Path, f)).Where(f => !f.StartsWith("messages", StringComparison.Ordinal) && !f.Contains("charts", StringComparison.Ordinal)), f => Assert.True(run.Has(f), f));
        Assert.Empty(run.Table("assignments.csv"));
        Assert.Empty(run.Table("events.csv"));
        Assert.Empty(run.Variants("approved"));
        Assert.All(run.Table("safety_audit.csv"), row => Assert.Equal(("block", "blocklist"), (row["status"], row["category"])));
        Assert.All(run.Variants(), v => Assert.Single(v["attempts"]!.AsArray(), a => (string)a!["outcome"]! == "accepted"));
        Assert.Contains("no_approved_variant", run.Text("excluded.csv"), StringComparison.Ordinal);
        Assert.Contains("blocked", run.Text("report/report.html"), StringComparison.OrdinalIgnoreCase);
        var funnel = run.Json("run.json")["funnel"]!;
        Assert.Equal((long)funnel["loaded"]!, run.Table("excluded.csv").Count);
    }
}
