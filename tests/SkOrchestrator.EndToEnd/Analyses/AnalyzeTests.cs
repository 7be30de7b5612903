using System.Globalization;
using System.Text.Json.Nodes;
using SkOrchestrator.EndToEnd.Support;

namespace SkOrchestrator.EndToEnd.Analyses;

public sealed class AnalyzeTests : IDisposable
{
    private const string Counts = "segment,arm,metric,successes,trials\nall,control,visit,100,1000\nall,news,visit,150,1000\nall,offer,visit,104,1000\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_labelled_table_gives_analysis_results_and_a_table_on_the_screen()
    {
        var result = await RunAsync(
            "--data", _folder.Write("mail.csv", Table()), "--arm", "arm", "--metrics", "visit", "--numeric-metrics", "revenue_per_recipient", "--segment-by", "region,new");

        var output = new RunFolder(_folder["out"]);
        var analysis = output.Json("analysis.json");
        var comparison = Comparison(analysis, "news", "visit");
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Equal("mail.csv", (string)analysis["experimentId"]!);
        Assert.Equal("visit", (string)analysis["primaryMetric"]!);
        Assert.Equal("control", (string)analysis["control"]!);
        Assert.Equal(0.125, (double)comparison["crude"]!, 12);
        Assert.Equal(600, analysis["arms"]!.AsArray().Where(a => (string)a!["segment"]! == "all").Sum(a => (long)a!["assigned"]!));
        Assert.Equal(2.5, (double)Arm(analysis, "news")["metrics"]!["revenue_per_recipient"]!["mean"]!, 12);
        Assert.NotEmpty(output.Table("results.csv"));
        Assert.Empty(output.Table("diagnostics.csv"));
        Assert.Contains("mail.csv: 600 rows, 600 used, 0 rejected.", result.Output, StringComparison.Ordinal);
        Assert.Contains("visit (primary)", result.Output, StringComparison.Ordinal);
        Assert.Contains("Verdict: ", result.Output, StringComparison.Ordinal);
        Assert.Contains(output.File("analysis.json"), result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", result.Output, StringComparison.Ordinal);
        Assert.Empty(result.Errors);
    }

    [Fact]
    public async Task Counts_give_the_same_analysis_as_the_customers_behind_them()
    {
        await RunAsync("--data", _folder.Write("mail.csv", Table()), "--arm", "arm", "--metrics", "visit", "--output", _folder["customers"]);
        var result = await RunAsync(
            "--counts", _folder.Write("mail.csv", "arm,metric,successes,trials\ncontrol,visit,50,200\nnews,visit,75,200\noffer,visit,52,200\n"), "--output", _folder["counts"]);

        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Equal(await File.ReadAllTextAsync(_folder["customers", "results.csv"], Token), await File.ReadAllTextAsync(_folder["counts", "results.csv"], Token));
        Assert.Equal(await File.ReadAllTextAsync(_folder["customers", "analysis.json"], Token), await File.ReadAllTextAsync(_folder["counts", "analysis.json"], Token));
    }

    [Fact]
    public async Task The_control_keeps_its_name_and_numbers_are_compared_with_and_without_their_cap()
    {
        var table = Table().Replace("control", "No E-Mail", StringComparison.Ordinal).Replace("revenue_per_recipient", "spend", StringComparison.Ordinal);
        var result = await RunAsync(
            "--data", _folder.Write("mail.csv", table), "--arm", "arm", "--control", "no e-mail", "--metrics", "visit", "--numeric-metrics", "spend", "--cap", "spend=4");
        var analysis = new RunFolder(_folder["out"]).Json("analysis.json");

        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Equal("No E-Mail", (string)analysis["control"]!);
        Assert.DoesNotContain(analysis["comparisons"]!.AsArray(), c => (string)c!["arm"]! == "No E-Mail");
        Assert.Equal(0.125, (double)Comparison(analysis, "news", "visit")["absoluteDifference"]!["estimate"]!, 12);
        Assert.Equal("welch_t", (string)Comparison(analysis, "news", "spend")["test"]!);
        var capped = analysis["adjusted"]!.AsArray().First(a => (string)a!["method"]! == "winsorised" && (string)a["arm"]! == "news")!;
        Assert.Equal(4, (double)capped["cap"]!);
    }

    [Fact]
    public async Task Nothing_speaks_of_tones_or_messages_of_a_run()
    {
        var result = await RunAsync("--counts", _folder.Write("c.csv", Counts));
        var text = result.Output + await File.ReadAllTextAsync(_folder["out", "analysis.json"], Token);

        Assert.All(new[] { "tone", "messages of this run", "imulat" }, word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_is_one_document_with_paths_rows_and_the_analysis_as_it_was_written()
    {
        var result = await RunAsync("--counts", _folder.Write("c.csv", Counts), "--json");
        var document = JsonNode.Parse(result.Output)!;
        var written = JsonNode.Parse(await File.ReadAllTextAsync((string)document["files"]!["analysis"]!, Token));

        Assert.Equal(0, (int)document["exitCode"]!);
        Assert.Equal(_folder["out"], (string)document["directory"]!);
        Assert.Equal((3, 3, 0), ((int)document["rows"]!["total"]!, (int)document["rows"]!["used"]!, (int)document["rows"]!["rejected"]!));
        Assert.True(JsonNode.DeepEquals(written, document["analysis"]));
        Assert.Empty(result.Errors);
    }

    [Fact]
    public async Task Quiet_prints_the_directory_and_nothing_else() =>
        Assert.Equal(_folder["out"] + "\n", (await RunAsync("--counts", _folder.Write("c.csv", Counts), "--quiet")).Output);

    [Fact]
    public async Task Options_reach_the_analysis()
    {
        var result = await RunAsync(
            "--counts", _folder.Write("c.csv", Counts.Replace("visit,100", "buy,100", StringComparison.Ordinal) + "all,control,visit,1,1000\nall,news,buy,2,1000\nall,offer,buy,3,1000\n"),
            "--alpha", "0.1", "--correction", "none", "--primary", "buy", "--weights", "control=2,news=1,OFFER=1");
        var analysis = new RunFolder(_folder["out"]).Json("analysis.json");

        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Equal(0.1, (double)analysis["alpha"]!);
        Assert.Equal("none", (string)analysis["correction"]!);
        Assert.Equal("buy", (string)analysis["primaryMetric"]!);
        Assert.True((bool)analysis["sampleRatio"]!["mismatch"]!);
        Assert.Equal("unhealthy", (string)analysis["decision"]!["status"]!);
        Assert.Contains("– no verdict, or not estimable", result.Output, StringComparison.Ordinal);
        Assert.Contains("– news", result.Output, StringComparison.Ordinal);
        Assert.All("▲▼●", mark => Assert.DoesNotContain(mark, result.Output));
    }

    [Fact]
    public async Task Bad_rows_are_counted_listed_and_left_out()
    {
        var result = await RunAsync("--data", _folder.Write("mail.csv", Table() + "x,,1,2,N,yes\ny,news,maybe,2,N,yes\n"), "--arm", "arm", "--metrics", "visit");
        var rows = new RunFolder(_folder["out"]).Table("diagnostics.csv");

        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Equal([("602", "arm", "", "TAB011"), ("603", "visit", "maybe", "TAB012")], rows.Select(r => (r["line"], r["column"], r["value"], r["code"])));
        Assert.Equal(["rejected", "value left out"], rows.Select(r => r["action"]));
        Assert.Contains("602 rows, 601 used, 1 rejected.", result.Output, StringComparison.Ordinal);
        Assert.Contains($"Rejected: 1 row, listed in {_folder["out", "diagnostics.csv"]}", result.Output, StringComparison.Ordinal);
        Assert.Contains("Values that are left out: listed in ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customer_without_any_value_was_assigned_all_the_same()
    {
        var result = await RunAsync("--data", _folder.Write("mail.csv", Table() + "x,news,,2,N,yes\n"), "--arm", "arm", "--metrics", "visit");
        var analysis = new RunFolder(_folder["out"]).Json("analysis.json");

        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Equal((201, 200), ((int)Arm(analysis, "news")["assigned"]!, (int)Arm(analysis, "news")["metrics"]!["visit"]!["trials"]!));
        Assert.Equal(601, analysis["sampleRatio"]!["segments"]!.AsArray().Sum(s => s!["observed"]!.AsObject().Sum(a => (int)a.Value!)));
        Assert.Contains(analysis["notes"]!.AsArray(), n => ((string)n!).StartsWith("1 of 601 customers (0.17 %) have no usable value of visit", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_earlier_analysis_is_written_over_and_anything_else_is_not()
    {
        var counts = _folder.Write("c.csv", Counts);
        _folder.Write("other/letter.txt", "mine");
        _folder.Write("run/run.json", "{}");
        _folder.Write("run/analysis.json", "{}");

        Assert.Equal(0, (await RunAsync("--counts", counts)).ExitCode);
        _folder.Write("out/report/old.html", "old");
        Assert.Equal(0, (await RunAsync("--counts", counts)).ExitCode);
        Assert.False(File.Exists(_folder["out", "report", "old.html"]));
        foreach (var taken in new[] { "other", "run", "c.csv" })
        {
            var refused = await RunAsync("--counts", counts, "--output", _folder[taken]);
            Assert.Equal(2, refused.ExitCode);
            Assert.Contains("fix: choose another --output", refused.Errors, StringComparison.Ordinal);
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<ProcessResult> RunAsync(params string[] arguments) =>
        Orchestrator.RunAsync(["analyze", .. arguments.Contains("--output") ? Array.Empty<string>() : ["--output", _folder["out"]], .. arguments]);

    private static JsonNode Comparison(JsonNode analysis, string arm, string metric) => analysis["comparisons"]!.AsArray()
        .First(c => (string)c!["segment"]! == "all" && (string)c["arm"]! == arm && (string)c["metric"]! == metric)!;

    private static JsonNode Arm(JsonNode analysis, string arm) =>
        analysis["arms"]!.AsArray().First(a => (string)a!["segment"]! == "all" && (string)a["arm"]! == arm)!;

    /// <summary>200 customers per arm: 50, 75 and 52 visits; revenue has a mean of 2.5 in every arm.</summary>
    private static string Table()
    {
        var rows = from arm in new[] { (Name: "control", Visits: 50), (Name: "news", Visits: 75), (Name: "offer", Visits: 52) }
                   from i in Enumerable.Range(0, 200)
                   select string.Create(
                       CultureInfo.InvariantCulture, $"{arm.Name}{i},{arm.Name},{(i < arm.Visits ? 1 : 0)},{i % 6 % 2 * 5},{(i % 4 == 0 ? "north" : "south")},{(i % 3 == 0 ? "yes" : "no")}\n");
        return "id,arm,visit,revenue_per_recipient,region,new\n" + string.Concat(rows);
    }
}
