using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SkOrchestrator.EndToEnd.Support;

namespace SkOrchestrator.EndToEnd.Planning;

[Collection(SampleRunCollection.Name)]
public sealed class PlanLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string LockFile => _folder["runs", "plan.lock.json"];

    [Fact]
    public async Task A_plan_is_locked_once_and_never_written_over()
    {
        var first = await PlanAsync("--json");
        Assert.Equal(0, first.ExitCode);
        Assert.Equal("locked", (string)JsonNode.Parse(first.Output)!["lock"]!["status"]!);
        var bytes = await File.ReadAllBytesAsync(LockFile);
        Assert.Equal([LockFile], Directory.EnumerateFileSystemEntries(_folder["runs"]));

        var again = await PlanAsync("--json");
        Assert.Equal(0, again.ExitCode);
        Assert.Equal("already_locked", (string)JsonNode.Parse(again.Output)!["lock"]!["status"]!);

        var other = await PlanAsync("--seed", "5");
        Assert.Equal(3, other.ExitCode);
        Assert.Contains("error PLN001", other.Errors);
        Assert.Contains("Seed: planned 20260901, used 5.", other.Errors);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(LockFile));
    }

    [Fact]
    public async Task The_locked_plan_says_everything_and_nothing_personal_and_its_seal_can_be_checked_by_anyone()
    {
        await PlanAsync("--send-at", "2026-12-01T09:00:00Z");

        var text = await File.ReadAllTextAsync(LockFile);
        var plan = JsonNode.Parse(text)!.AsObject();
        Assert.Equal("autumn-trails-2026", (string)plan["experimentId"]!);
        Assert.Equal("click_rate", (string)plan["primary"]!);
        Assert.Equal("2026-12-08T09:00:00.000Z", (string)plan["endsAt"]!);
        Assert.Equal(3, (int)plan["family"]!["size"]!);
        Assert.Equal(433, (int)plan["customers"]!);
        Assert.Equal(["control", "treatment-1", "treatment-2", "treatment-3"], plan["arms"]!.AsArray().Select(a => (string)a!["arm"]!));
        Assert.Equal(0.002, (double)plan["guardrails"]!["unsubscribe_rate"]!);
        Assert.Contains("experiment_config.yaml", plan["hashes"]!["config"]!.AsObject().Select(f => f.Key));
        Assert.Contains("writer/write_urgent.yaml", plan["hashes"]!["prompts"]!.AsObject().Select(f => f.Key));
        Assert.DoesNotContain("@", text);
        Assert.DoesNotContain(_folder.Path, text);
        Assert.DoesNotContain(Orchestrator.Repository, text);

        var seal = (string)plan["sha256"]!;
        plan.Remove("sha256");
        var compact = plan.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(compact))), seal);
    }

    [Fact]
    public async Task A_run_keeps_the_plan_and_warns_of_each_deviation()
    {
        await PlanAsync();

        var faithful = await RunAsync("faithful");
        Assert.Equal(0, faithful.ExitCode);
        Assert.DoesNotContain("deviation", faithful.Errors);
        Assert.Equal(await File.ReadAllBytesAsync(LockFile), await File.ReadAllBytesAsync(_folder["runs", "faithful", "plan.lock.json"]));

        _folder.Write("mine/experiment_config.yaml", "alpha: 0.1\n");
        var other = await RunAsync("other", "--seed", "5", "--config", "config", "--config", _folder["mine"]);
        Assert.Equal(0, other.ExitCode);
        Assert.Contains("deviation from the locked plan: Seed: planned 20260901, used 5.", other.Errors);
        Assert.Contains("deviation from the locked plan: Alpha: planned 0.05, used 0.1.", other.Errors);
        Assert.Contains("deviation from the locked plan: The configuration file experiment_config.yaml#2 was not there when the plan was locked.", other.Errors);
        Assert.DoesNotContain("The customer file is not", other.Errors);
        Assert.True(File.Exists(_folder["runs", "other", "plan.lock.json"]));
    }

    [Fact]
    public async Task The_plan_of_another_experiment_is_left_alone()
    {
        await PlanAsync();
        _folder.Write("mine/experiment_config.yaml", "id: winter\n");

        var result = await RunAsync("winter", "--config", "config", "--config", _folder["mine"], "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.False(File.Exists(_folder["runs", "winter", "plan.lock.json"]));
        Assert.Contains(
            JsonNode.Parse(result.Output)!["warnings"]!.AsArray(), w => ((string)w!).Contains("a plan for the experiment autumn-trails-2026, not for winter: it was ignored"));
    }

    [Fact]
    public async Task A_plan_that_is_only_shown_says_what_is_locked_already()
    {
        await PlanAsync();

        var same = JsonNode.Parse((await ShowAsync("--json")).Output)!;
        var other = JsonNode.Parse((await ShowAsync("--json", "--seed", "5")).Output)!;
        var text = await ShowAsync("--seed", "5");
        Assert.Equal(("already_locked", "other_plan_locked"), ((string)same["lock"]!["status"]!, (string)other["lock"]!["status"]!));
        Assert.Contains(other["warnings"]!.AsArray(), w => ((string)w!).Contains("Seed: planned 20260901, used 5.", StringComparison.Ordinal));
        Assert.Contains("Warning: Another plan is locked in ", text.Output);

        await File.WriteAllTextAsync(LockFile, (await File.ReadAllTextAsync(LockFile)).Replace("\"alpha\": 0.05", "\"alpha\": 0.5"));
        var tampered = await ShowAsync();
        Assert.Equal(3, tampered.ExitCode);
        Assert.Contains("error PLN002", tampered.Errors);
    }

    [Fact]
    public async Task A_folder_that_can_not_hold_the_plan_is_said()
    {
        var file = _folder.Write("letter.txt", "mine");

        foreach (var output in new[] { file, Path.Combine(file, "below") })
        {
            var result = await Orchestrator.RunAsync("plan", "--lock", "--output", output);

            Assert.Equal(3, result.ExitCode);
            Assert.Contains("error RUN004: ", result.Errors);
            Assert.Contains("fix: choose another --output", result.Errors);
        }
    }

    [Fact]
    public async Task A_changed_plan_stops_the_run_before_it_begins()
    {
        await PlanAsync();
        var text = await File.ReadAllTextAsync(LockFile);
        foreach (var (old, replacement) in new[]
        {
            ("\"alpha\": 0.05", "\"alpha\": 0.5"),
            ("\"primary\": \"click_rate\"", "\"primary\": \"conversion_rate\""),
            ("\"version\": 1,", "\"version\": 1, \"note\": \"x\","),
            ("{", string.Empty),
        })
        {
            var place = text.IndexOf(old, StringComparison.Ordinal);
            Assert.True(place >= 0);
            await File.WriteAllTextAsync(LockFile, text[..place] + replacement + text[(place + old.Length)..]);

            var result = await RunAsync("never");

            Assert.Equal(3, result.ExitCode);
            Assert.Contains("error PLN002", result.Errors);
            Assert.False(Directory.Exists(_folder["runs", "never"]));
        }
    }

    public void Dispose() => _folder.Dispose();

    private Task<ProcessResult> PlanAsync(params string[] options) => Orchestrator.RunAsync(["plan", "--lock", "--output", _folder["runs"], .. options]);

    private Task<ProcessResult> ShowAsync(params string[] options) => Orchestrator.RunAsync(["plan", "--output", _folder["runs"], .. options]);

    private Task<ProcessResult> RunAsync(string id, params string[] options) => Orchestrator.RunAsync(["run", "--output", _folder["runs"], "--run-id", id, .. options]);
}
