using System.Text.RegularExpressions;
using SkOrchestrator.EndToEnd.Support;

namespace SkOrchestrator.EndToEnd.Runs;

[Collection(SampleRunCollection.Name)]
public sealed partial class RepeatabilityTests
{
    private const string SendAt = "2026-11-01T09:00:00Z";

    [Fact]
    public async Task Two_runs_with_the_same_seed_give_the_same_bytes_apart_from_times_and_the_run_id()
    {
        using var folder = new TemporaryFolder();
        foreach (var id in new[] { "run-alpha", "run-beta" })
        {
            Assert.Equal(0, (await Orchestrator.RunAsync("run", "--output", folder.Path, "--run-id", id, "--send-at", SendAt)).ExitCode);
        }

        var first = new RunFolder(folder["run-alpha"]);
        var other = new RunFolder(folder["run-beta"]);
        var names = first.AllFiles().Select(f => Path.GetRelativePath(first.Path, f)).ToList();
        Assert.Equal(names, other.AllFiles().Select(f => Path.GetRelativePath(other.Path, f)));

        var texts = names.Where(n => Path.GetExtension(n) is not (".duckdb" or ".pdf")).ToList();
        Assert.All(texts, name => Assert.Equal(Normalise(first.Text(name), "run-alpha"), Normalise(other.Text(name), "run-beta")));
    }

    [Fact]
    [Requirement("5.2")]
    public async Task Another_order_of_the_rows_gives_every_customer_the_same_arm_and_another_seed_does_not()
    {
        using var folder = new TemporaryFolder();

        // one row per customer: of two rows the first one counts, and which is first depends on the order
        var lines = File.ReadAllLines(Path.Combine(Orchestrator.Repository, "samples/brand/customers.csv")).DistinctBy(l => l.Split(',')[0]).ToList();
        var plain = folder.Write("plain.csv", string.Join('\n', lines) + "\n");
        var reversed = folder.Write("reversed.csv", string.Join('\n', lines.Skip(1).Reverse().Prepend(lines[0])) + "\n");
        await Orchestrator.RunAsync("run", "--output", folder.Path, "--run-id", "plain", "--customers", plain);
        await Orchestrator.RunAsync("run", "--output", folder.Path, "--run-id", "reversed", "--customers", reversed);
        await Orchestrator.RunAsync("run", "--output", folder.Path, "--run-id", "seeded", "--customers", plain, "--seed", "99");

        Assert.Equal(Arms("plain"), Arms("reversed"));
        Assert.NotEqual(Arms("plain"), Arms("seeded"));

        IEnumerable<string> Arms(string id) => new RunFolder(folder[id]).Table("assignments.csv")
            .Select(r => $"{r["customer_id"]} {r["variant_id"]}").Order(StringComparer.Ordinal);
    }

    private static string Normalise(string text, string runId)
    {
        text = text.Replace(runId, "RUN", StringComparison.Ordinal);
        text = Time().Replace(text, "TIME");
        text = Duration().Replace(text, "$1TOOK");
        return Hash().Replace(text, "HASH");
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(\.\d+)?( ?(Z|UTC))?")]
    private static partial Regex Time();

    [GeneratedRegex(@"((?:durationMs|latencyMs|runtimeMs|elapsedMs)""?:\s?)[0-9.eE+-]+")]
    private static partial Regex Duration();

    [GeneratedRegex(@"\b[0-9a-f]{32,64}\b")]
    private static partial Regex Hash();
}
