using System.Text.Json.Nodes;
using SkOrchestrator.EndToEnd.Support;

namespace SkOrchestrator.EndToEnd.Engagement;

/// <summary>An experiment that really took place: the arms come from a column, the results from labels.</summary>
[Collection(SampleRunCollection.Name)]
public sealed class SentArmsTests : IDisposable
{
    private static readonly string[] Hillstrom =
        ["--customers", "samples/hillstrom/customers.csv.gz", "--config", "config", "--config", "samples/hillstrom", "--engagement", "historical"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Published differences of this experiment: visits, conversions and spend against the customers without a mail.</summary>
    [Fact]
    [Requirement("5.4")]
    [Requirement("5.5")]
    public async Task A_published_experiment_gives_its_published_results()
    {
        var result = await RunAsync("--arm-column", "segment");

        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Contains("'No E-Mail' is control, 'Mens E-Mail' is treatment-1, 'Womens E-Mail' is treatment-2", result.Errors, StringComparison.Ordinal);
        var run = new RunFolder(_folder["sent"]);
        var analysis = run.Json("analysis.json");
        AssertDifference(analysis, "treatment-1", "click_rate", 0.0766, 0.00005);
        AssertDifference(analysis, "treatment-2", "click_rate", 0.0452, 0.00005);
        AssertDifference(analysis, "treatment-1", "conversion_rate", 0.0068, 0.00005);
        AssertDifference(analysis, "treatment-2", "conversion_rate", 0.0031, 0.00005);
        AssertDifference(analysis, "treatment-1", "revenue_per_recipient", 0.770, 0.0005);
        AssertDifference(analysis, "treatment-2", "revenue_per_recipient", 0.424, 0.0005);
        Assert.False((bool)analysis["sampleRatio"]!["mismatch"]!);
        Assert.Equal("winner", (string?)analysis["decision"]!["status"]);
        Assert.Equal("Mens E-Mail", (string?)analysis["sentMails"]!["treatment-1"]);
        Assert.Contains("not the messages of this run", analysis["decision"]!["caveats"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("can't open or click", analysis["decision"]!["caveats"]!.ToJsonString(), StringComparison.Ordinal);

        AssertNothingIsKnownOfOpens(run, analysis);
        AssertTheThirdToneHasNobody(run, analysis);
        Assert.Contains("treatment-1 (Mens E-Mail)", run.Text("report/report.html"), StringComparison.Ordinal);
        Assert.Contains("sent to nobody", run.Text("transcripts/segment-1.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_arm_column_is_refused_with_the_columns_of_the_file()
    {
        var result = await RunAsync("--arm-column", "arm");

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("history_segment, history, mens", result.Errors, StringComparison.Ordinal);
        Assert.Contains("fix: name the column", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("history_segment", "CSV031")]
    [InlineData("kind", "CSV032")]
    public async Task A_column_that_can_not_be_the_arms_is_refused_before_anything_is_written(string column, string code)
    {
        var rows = Enumerable.Range(1, 120).Select(i => $"{i},{i % 9},{(i % 6 == 0 ? "control" : $"mail {i % 6}")},{i}) band {i % 7},{i % 2}");
        var customers = _folder.Write("c.csv", "customer_id,visits,kind,history_segment,opened\n" + string.Join('\n', rows) + "\n");
        _folder.Write("own/segmentation_config.yaml", """{ columns: { customer_id: { role: id }, opened: { role: label, metric: open_rate } }, audiences: { members: "false", gold: "false" } }""");

        var result = await Orchestrator.RunAsync(
            "run", "--output", _folder.Path, "--run-id", "refused", "--customers", customers, "--config", "config", "--config", _folder["own"],
            "--engagement", "historical", "--arm-column", column);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains(code, result.Errors, StringComparison.Ordinal);
        Assert.Contains("values: ", result.Errors, StringComparison.Ordinal);
        Assert.False(new RunFolder(_folder["refused"]).Has("variants.jsonl"));
    }

    private static void AssertDifference(JsonNode analysis, string arm, string metric, double published, double tolerance)
    {
        var found = analysis["comparisons"]!.AsArray().Single(c => (string?)c!["segment"] == "all" && (string?)c["arm"] == arm && (string?)c["metric"] == metric)!;
        Assert.InRange((double)found["crude"]!, published - tolerance, published + tolerance);
        Assert.InRange((double)found["absoluteDifference"]!["estimate"]!, published * 0.98, published * 1.02);
        Assert.True((bool)found["significant"]!);
    }

    /// <summary>The file has no label for opens: no event, no rate, no zero.</summary>
    private static void AssertNothingIsKnownOfOpens(RunFolder run, JsonNode analysis)
    {
        var events = run.Table("events.csv").CountBy(row => row["event"]).ToDictionary();
        Assert.Equal(["clicked", "converted", "sent"], events.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(run.Table("assignments.csv").Count(row => row["arm"] != "control"), events["sent"]);
        Assert.All(analysis["arms"]!.AsArray(), arm => Assert.False(arm!["metrics"]!.AsObject().ContainsKey("open_rate")));
        Assert.All(analysis["comparisons"]!.AsArray().Where(c => (string?)c!["metric"] == "open_rate"), c =>
        {
            Assert.Null(c!["absoluteDifference"]);
            Assert.Contains("no label column for open_rate", (string?)c["notEstimable"], StringComparison.Ordinal);
        });
    }

    private static void AssertTheThirdToneHasNobody(RunFolder run, JsonNode analysis)
    {
        Assert.Contains(run.Variants("approved"), variant => (string?)variant["arm"] == "treatment-3");
        Assert.DoesNotContain(run.Table("assignments.csv"), row => row["arm"] == "treatment-3");
        Assert.DoesNotContain(analysis["arms"]!.AsArray(), arm => (string?)arm!["arm"] == "treatment-3");
        Assert.Equal(["control", "treatment-1", "treatment-2"], run.Json("run.json")["weights"]!.AsObject().Select(weight => weight.Key));
        Assert.All(analysis["sampleRatio"]!["segments"]!.AsArray(), segment => Assert.Equal(3, segment!["observed"]!.AsObject().Count));
    }

    private Task<ProcessResult> RunAsync(params string[] arguments) =>
        Orchestrator.RunAsync(["run", "--output", _folder.Path, "--run-id", "sent", .. Hillstrom, .. arguments]);
}
