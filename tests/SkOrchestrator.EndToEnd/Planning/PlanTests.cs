using System.Text.Json.Nodes;
using SkOrchestrator.EndToEnd.Support;

namespace SkOrchestrator.EndToEnd.Planning;

[Collection(SampleRunCollection.Name)]
public sealed class PlanTests(SampleRun sample)
{
    [Fact]
    public async Task The_plan_foretells_the_funnel_the_arm_sizes_and_the_calls_of_the_run()
    {
        var plan = await PlanAsync();
        var run = sample.Run.Json("run.json");

        Assert.Equal(run["funnel"]!.ToJsonString(), plan["funnel"]!.ToJsonString());
        var assigned = sample.Run.Table("assignments.csv").CountBy(r => (r["segment_id"], r["arm"])).ToDictionary();
        var planned = plan["segments"]!.AsArray().SelectMany(s => s!["arms"]!.AsObject().Select(a => (Key: ((string)s["segmentId"]!, a.Key), Count: (int)a.Value!)));
        Assert.Equal(assigned.OrderBy(a => a.Key), planned.Select(p => KeyValuePair.Create(p.Key, p.Count)).OrderBy(p => p.Key));
        Assert.Equal((int)plan["smallestArm"]!, plan["arms"]!.AsObject().Min(a => (int)a.Value!));

        var calls = (int)run["usage"]!["modelCalls"]!;
        Assert.InRange(calls, (int)plan["modelCalls"]!["least"]!, (int)plan["modelCalls"]!["most"]!);
        Assert.Equal(calls - sample.Run.Variants().Sum(v => v["attempts"]!.AsArray().Count - 1), (int)plan["modelCalls"]!["least"]!);
        Assert.Equal(0, (double)plan["modelCalls"]!["costUsdMost"]!);
    }

    [Fact]
    public async Task Each_metric_has_its_baseline_with_the_source_and_its_power()
    {
        var metrics = (await PlanAsync())["metrics"]!.AsArray().ToDictionary(m => (string)m!["metric"]!);

        Assert.Equal("baselineColumn", (string)metrics["open_rate"]!["baseline"]!["source"]!);
        Assert.Equal("historical_open_rate", (string)metrics["open_rate"]!["baseline"]!["name"]!);
        var click = metrics["click_rate"]!;
        Assert.Equal("labelColumn", (string)click["baseline"]!["source"]!);
        var clicked = Csv.Read(File.ReadAllText(Path.Combine(Orchestrator.Repository, "samples/brand/customers.csv")))
            .Where(r => r.ContainsKey("clicked")).DistinctBy(r => r["customer_id"]).ToDictionary(r => r["customer_id"], r => r["clicked"]);
        var assigned = sample.Run.Table("assignments.csv");
        Assert.Equal(assigned.Count(r => clicked[r["customer_id"]] == "1") / (double)assigned.Count, (double)click["baseline"]!["mean"]!, 12);
        Assert.Equal([5, 10, 15, 20, 30, 50], click["curve"]!.AsArray().Select(p => (int)p!["liftPercent"]!));
        Assert.Equal([5, 10, 20], click["needed"]!.AsArray().Select(p => (int)p!["liftPercent"]!));
        Assert.Equal(10, (int)click["smallestEffectPercent"]!);
    }

    [Fact]
    public async Task Without_columns_of_the_past_the_configured_rate_is_assumed_and_that_is_said()
    {
        using var folder = new TemporaryFolder();
        var customers = folder.Write("customers.csv", Without("opened", "clicked", "converted", "revenue", "historical_open_rate"));

        var plan = await PlanAsync("--customers", customers);
        var text = await Orchestrator.RunAsync("plan", "--customers", customers);

        Assert.All(plan["metrics"]!.AsArray(), m => Assert.Equal("assumed", (string)m!["baseline"]!["source"]!));
        Assert.Contains("8%, assumed (simulation.base.click_rate)", text.Output);
    }

    [Fact]
    public async Task A_small_list_is_warned_of_with_the_detectable_lift()
    {
        var result = await Orchestrator.RunAsync("plan");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches(@"Warning: The list is too small for click_rate: with 108 customers in the smallest arm the smallest lift found with 80 % power is \d+", result.Output);
        Assert.Contains("the verdict will be refused", result.Output);
        Assert.Contains("433 to be assigned", result.Output);
        Assert.Matches(@"(?m)^  \+50%  [#.|]{40} +\d+%$", result.Output);
        Assert.DoesNotContain('\u001b', result.Output);
    }

    [Fact]
    public async Task Nothing_is_left_behind_and_no_run_is_made()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["tmp"]);

        var result = await Orchestrator.RunAsync(["plan", "--quiet", "--output", folder["runs"]], null, new Dictionary<string, string> { ["TMPDIR"] = folder["tmp"] });

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder["tmp"], "orchestrator-*"));
        Assert.False(Directory.Exists(folder["runs"]));
        Assert.Matches(@"^433 customers, 108 in the smallest arm, detectable lift of click_rate [\d.]+ %, \d+-\d+ model calls, 0\.00 USD\n$", result.Output);
    }

    [Fact]
    public async Task Wrong_input_ends_in_the_codes_of_the_contract()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine/experiment_config.yaml", "arms:\n  - { id: a, tone: urgent }\n  - { id: b, tone: gloomy }\n  - { id: c, tone: friendly }\nsimulation: { base: { open_rate: 0.3, click_rate: 0.08, conversion_rate: 0.03 } }\nweights: { control: 1, a: 1, b: 1, c: 1 }\n");

        Assert.Equal(2, (await Orchestrator.RunAsync("plan", "--lock", "--backtest", "samples/brand/customers.csv")).ExitCode);
        Assert.Equal(3, (await Orchestrator.RunAsync("plan", "--customers", "no-such.csv")).ExitCode);
        var tone = await Orchestrator.RunAsync("plan", "--config", "config", "--config", folder["mine"]);
        Assert.Equal(3, tone.ExitCode);
        Assert.Contains("PRM019", tone.Errors);
    }

    private static async Task<JsonNode> PlanAsync(params string[] options)
    {
        var result = await Orchestrator.RunAsync(["plan", "--json", .. options]);
        Assert.True(result.ExitCode == 0, result.Errors);
        return JsonNode.Parse(result.Output)!;
    }

    /// <summary>The sample customers without some columns; the file has no quotes.</summary>
    private static string Without(params string[] columns)
    {
        var lines = File.ReadAllLines(Path.Combine(Orchestrator.Repository, "samples/brand/customers.csv"));
        var kept = lines[0].Split(',').Index().Where(c => !columns.Contains(c.Item)).Select(c => c.Index).ToList();
        return string.Concat(lines.Where(l => !l.Contains('"')).Select(l => l.Split(',')).Where(c => c.Length > kept.Max()).Select(c => string.Join(',', kept.Select(i => c[i])) + "\n"));
    }
}
