using System.Diagnostics;
using SkOrchestrator.EndToEnd.Support;

namespace SkOrchestrator.EndToEnd.Runs;

[Collection(SampleRunCollection.Name)]
public sealed class CancellationTests
{
    [Fact]
    public async Task Ctrl_C_ends_the_run_with_130_and_keeps_what_was_finished()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "signals are sent with kill");
        using var folder = new TemporaryFolder();
        var sent = false;
        var result = await Orchestrator.RunAsync(
            ["run", "--output", folder.Path, "--run-id", "stopped", "--customers", "samples/hillstrom/customers.csv.gz", "--config", "config", "--config", "samples/hillstrom"],
            (line, process) =>
            {
                if (!sent && line.StartsWith("[ 2/12]", StringComparison.Ordinal))
                {
                    sent = true;
                    using var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
                    kill.WaitForExit();
                }
            },
            null);

        var manifest = new RunFolder(folder["stopped"]).Json("run.json");
        Assert.True(result.ExitCode == 130, $"{result.ExitCode}: {result.Errors}");
        Assert.Equal("stopped", (string)manifest["status"]!);
        Assert.Equal(12, manifest["steps"]!.AsArray().Count);
        Assert.Contains(manifest["steps"]!.AsArray(), s => (string)s!["status"]! == "done");
        Assert.Contains(manifest["steps"]!.AsArray(), s => (string)s!["status"]! == "skipped");
    }
}
