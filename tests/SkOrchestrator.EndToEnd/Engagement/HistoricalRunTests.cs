using SkOrchestrator.EndToEnd.Support;
using UglyToad.PdfPig;

namespace SkOrchestrator.EndToEnd.Engagement;

/// <summary>Labels of one mail that was the same for everybody.</summary>
[Collection(SampleRunCollection.Name)]
public sealed class HistoricalRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Requirement("5.4")]
    public async Task Labels_of_one_mail_for_all_are_an_AA_check_and_every_output_says_so()
    {
        var result = await Orchestrator.RunAsync("run", "--output", _folder.Path, "--run-id", "aa", "--engagement", "historical");

        Assert.True(result.ExitCode == 0, result.Errors);
        var run = new RunFolder(_folder["aa"]);
        var analysis = run.Json("analysis.json");
        Assert.Equal("aa_check", (string?)analysis["decision"]!["status"]);
        Assert.DoesNotContain(analysis["comparisons"]!.AsArray(), c => (bool)c!["significant"]!);
        Assert.All(analysis["citations"]!.AsArray(), c => Assert.Equal(0, (int)c!["inWinningVariants"]!));
        Assert.DoesNotContain("An arm is a tone", analysis["notes"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("A/A check", result.Output, StringComparison.Ordinal);
        Assert.Contains("A/A check", run.Text("report/report.html"), StringComparison.Ordinal);
        Assert.Contains("A/A check", run.Text("report/report.ipynb"), StringComparison.Ordinal);
        Assert.Contains("A/A check", run.Text("transcripts/all.md"), StringComparison.Ordinal);
        Assert.Contains("A/A check", run.Text("transcripts/segment-1.md"), StringComparison.Ordinal);
        using var pdf = PdfDocument.Open(run.File("report/report.pdf"));
        Assert.Contains("A/A", string.Concat(pdf.GetPages().Select(page => page.Text)), StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("5.4")]
    public async Task Without_engagement_everything_is_there_and_nothing_is_estimated()
    {
        var result = await Orchestrator.RunAsync("run", "--output", _folder.Path, "--run-id", "none", "--engagement", "none");

        Assert.True(result.ExitCode == 0, result.Errors);
        var run = new RunFolder(_folder["none"]);
        var analysis = run.Json("analysis.json");
        Assert.Equal("not_enough_data", (string?)analysis["decision"]!["status"]);
        Assert.All(analysis["comparisons"]!.AsArray(), c => Assert.Equal("no engagement was observed", (string?)c!["notEstimable"]));
        Assert.All(analysis["arms"]!.AsArray(), arm => Assert.Empty(arm!["metrics"]!.AsObject()));
        var control = analysis["arms"]!.AsArray().Single(arm => (string?)arm!["segment"] == "all" && (string?)arm["arm"] == "control");
        Assert.Equal(run.Table("assignments.csv").Count(row => row["arm"] == "control"), (int)control!["assigned"]!);
        Assert.Empty(run.Table("events.csv"));
        Assert.All(["results.csv", "report/report.html", "report/report.pdf", "report/report.ipynb"], file => Assert.True(run.Has(file), file));
    }

    [Fact]
    public async Task The_holdout_has_segments_and_no_arms_and_the_funnel_adds_up()
    {
        var config = _folder.CopyOf("config");
        var path = Path.Combine(config, "experiment_config.yaml");
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.Contains("holdout_share: 0 ", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace("holdout_share: 0 ", "holdout_share: 0.1 ", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var result = await Orchestrator.RunAsync("run", "--output", _folder.Path, "--run-id", "held", "--config", config);

        Assert.True(result.ExitCode == 0, result.Errors);
        var run = new RunFolder(_folder["held"]);
        var (held, assigned) = (run.Table("holdout.csv"), run.Table("assignments.csv"));
        Assert.StartsWith("customer_id,segment_id,held_at\n", run.Text("holdout.csv"), StringComparison.Ordinal);
        Assert.NotEmpty(held);
        Assert.Empty(held.Select(row => row["customer_id"]).Intersect(assigned.Select(row => row["customer_id"])));
        Assert.Empty(held.Select(row => row["customer_id"]).Intersect(run.Table("events.csv").Select(row => row["customer_id"])));
        foreach (var segment in run.Json("segments.json").AsArray())
        {
            var id = (string)segment!["segmentId"]!;
            Assert.Equal((int)segment["size"]!, held.Count(row => row["segment_id"] == id) + assigned.Count(row => row["segment_id"] == id));
        }

        var funnel = run.Json("run.json")["funnel"]!;
        Assert.Equal(held.Count, (int)funnel["heldOut"]!);
        Assert.Equal(assigned.Count, (int)funnel["assigned"]!);
        Assert.Equal((int)funnel["loaded"]!, held.Count + assigned.Count + funnel["excluded"]!.AsObject().Sum(reason => (int)reason.Value!));
    }
}
