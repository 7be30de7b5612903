using System.Text.Json.Nodes;
using SkOrchestrator.EndToEnd.Support;

namespace SkOrchestrator.EndToEnd.Runs;

[Collection(SampleRunCollection.Name)]
public sealed class LogTests(SampleRun sample)
{
    [Theory]
    [InlineData("system")]
    [InlineData("safety_audit")]
    [InlineData("experiment")]
    [Requirement("7.1")]
    [Requirement("7.6")]
    public void Each_log_file_has_JSON_lines_with_the_agreed_fields(string name)
    {
        var lines = sample.Run.JsonLines($"logs/{name}.log");

        Assert.NotEmpty(lines);
        Assert.All(lines, line =>
        {
            foreach (var field in new[] { "timestamp", "level", "agent", "action", "runId", "traceId" })
            {
                Assert.False(string.IsNullOrEmpty((string?)line[field]), $"{name}.log has an entry without {field}: {line.ToJsonString()}");
            }
        });
    }

    [Fact]
    [Requirement("7.2")]
    public void The_system_log_tells_with_what_the_run_began()
    {
        var started = Entry("system", "run_started");

        Assert.Equal("autumn-trails-2026", (string)started["experiment"]!);
        Assert.Equal("embedded", (string)started["provider"]!);
        Assert.NotEmpty(started["endpoints"]!.AsArray());
        Assert.Equal(496, (int)Entry("system", "dataset_loaded")["loaded"]!);
    }

    [Fact]
    [Requirement("7.5")]
    public void The_run_ends_with_its_runtime_calls_tokens_and_cost()
    {
        var finished = Entry("system", "run_finished");
        var usage = sample.Run.Json("run.json")["usage"]!;

        Assert.True((double)finished["runtimeMs"]! > 0);
        Assert.True((long)usage["modelCalls"]! >= sample.Run.Variants().Count);
        Assert.Equal(sample.Run.JsonLines("retrieval.jsonl").Count, (long)usage["searchCalls"]!);
        Assert.Equal(sample.Run.Variants().Count(v => (string)v["status"]! != "failed"), (long)usage["safetyCalls"]!);
        Assert.Equal(0, (double)usage["costUsd"]!);
    }

    [Fact]
    [Requirement("4.4")]
    public void The_safety_log_has_a_verdict_for_every_screened_variant() => Assert.Equal(
        sample.Run.Table("safety_audit.csv").Select(r => r["variant_id"]).Order(),
        sample.Run.JsonLines("logs/safety_audit.log").Where(l => (string)l["action"]! == "screen_variant").Select(l => (string)l["variantId"]!).Order());

    [Fact]
    [Requirement("NFR-7")]
    public void No_file_of_the_run_holds_an_address_or_name_of_a_customer()
    {
        var customers = Csv.Read(File.ReadAllText(Path.Combine(Orchestrator.Repository, "samples/brand/customers.csv")));
        var addresses = customers.Where(c => c.ContainsKey("email") && c["email"].Contains('@', StringComparison.Ordinal)).Select(c => c["email"].ToLowerInvariant()).ToHashSet();
        var names = customers.Where(c => c.ContainsKey("first_name")).Select(c => c["first_name"]).Where(n => n.Any(ch => ch > 127) && n.Length > 4).ToHashSet();
        Assert.True(addresses.Count > 400 && names.Count > 20);

        foreach (var file in sample.Run.AllFiles())
        {
            var text = File.ReadAllText(file, System.Text.Encoding.UTF8);
            Assert.DoesNotContain(addresses, a => text.Contains(a, StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(names, n => text.Contains(n, StringComparison.Ordinal));
        }
    }

    private JsonNode Entry(string log, string action) =>
        Assert.Single(sample.Run.JsonLines($"logs/{log}.log"), l => (string)l["action"]! == action);
}
