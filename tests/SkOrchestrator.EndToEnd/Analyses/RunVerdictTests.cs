using SkOrchestrator.EndToEnd.Support;

namespace SkOrchestrator.EndToEnd.Analyses;

/// <summary>What a campaign that was sent may conclude, and when.</summary>
[Collection(SentRunsCollection.Name)]
public sealed class RunVerdictTests(SentRuns runs) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Before_the_window_closes_nothing_is_significant_and_there_is_no_verdict()
    {
        var result = await runs.AnalyzeAsync("--as-of", runs.Planned.WhileOpen, "--output", _folder["out"]);

        var analysis = new RunFolder(_folder["out"]).Json("analysis.json");
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Equal("window_open", analysis.Status());
        Assert.True((bool)analysis["window"]!["isOpen"]!);
        Assert.All(analysis["comparisons"]!.AsArray(), c => Assert.False((bool)c!["significant"]!));
        Assert.True((double)analysis.Rows("comparisons", "click_rate", Mailing.BestArm)[0]["pValue"]! < 1e-6);
        Assert.Contains("Verdict: window open", result.Output, StringComparison.Ordinal);
        Assert.Contains("There is no verdict before.", analysis.Rules(), StringComparison.Ordinal);
    }

    [Fact]
    public void After_it_the_arm_with_the_effect_wins_as_it_was_planned()
    {
        var analysis = runs.First.Json("analysis.json");

        Assert.True(runs.Result.ExitCode == 0, runs.Result.Errors);
        Assert.Equal("winner", analysis.Status());
        Assert.StartsWith(Mailing.BestArm, analysis.Rules(), StringComparison.Ordinal);
        Assert.DoesNotContain("treatment-1: click_rate", analysis.Rules(), StringComparison.Ordinal);
        Assert.Equal("imported", (string)analysis["engagementSource"]!);
        Assert.Empty(analysis["plan"]!["deviations"]!.AsArray());
        Assert.Equal((string)runs.Planned.Run.Json("plan.lock.json")["sha256"]!, (string)analysis["plan"]!["sha256"]!);
        Assert.DoesNotContain(analysis.Caveats(), c => c.Contains("plan was locked", StringComparison.Ordinal) || c.Contains("deviates", StringComparison.Ordinal));
        Assert.Contains("nothing was done otherwise", runs.First.Text("report/report.html"), StringComparison.Ordinal);
        Assert.Contains("Verdict: winner", runs.Result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Assigned_customers_are_the_denominator_and_clicks_after_the_window_do_not_count()
    {
        var analysis = runs.First.Json("analysis.json");

        Assert.Equal(runs.Planned.Assigned, analysis.Trials("click_rate"));
        Assert.Equal(runs.Planned.Clickers, analysis.Successes("click_rate"));
        Assert.NotEqual(runs.Planned.Clickers, runs.Planned.Reached(runs.Planned.Events.Where(e => e.Type == "clicked")));
        Assert.Equal(433, analysis.ByArm(a => (long)a["assigned"]!).Values.Sum());
    }

    [Theory]
    [InlineData("Primary metric: planned click_rate, analysed conversion_rate", "--primary", "conversion_rate")]
    [InlineData("Alpha: planned 0.05, used 0.1", "--alpha", "0.1")]
    public async Task Another_choice_than_the_planned_one_stands_first_on_page_one_and_costs_the_verdict(string deviation, params string[] options)
    {
        var result = await runs.AnalyzeAsync(["--as-of", runs.Planned.Afterwards, "--output", _folder["out"], .. options]);

        var output = new RunFolder(_folder["out"]);
        var analysis = output.Json("analysis.json");
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.NotEqual("winner", analysis.Status());
        Assert.StartsWith("Exploratory", analysis.Caveats()[0], StringComparison.Ordinal);
        Assert.Contains(deviation, analysis.Caveats()[0], StringComparison.Ordinal);
        Assert.Contains(deviation, (string)Assert.Single(analysis["plan"]!["deviations"]!.AsArray())!, StringComparison.Ordinal);
        Assert.Contains(deviation.Replace('_', ' '), PageOne(output), StringComparison.Ordinal);
        Assert.Contains(deviation, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_of_a_simulation_never_win()
    {
        var result = await runs.Planned.AnalyzeAsync("--events", runs.Planned.Run.File("events.csv"), "--as-of", runs.Planned.Afterwards, "--output", _folder["out"]);

        var output = new RunFolder(_folder["out"]);
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Equal("simulated", output.Json("analysis.json").Status());
        Assert.Contains("SIMULATED ENGAGEMENT", output.Text("report/report.html"), StringComparison.Ordinal);
    }

    private static string PageOne(RunFolder output)
    {
        var html = output.Text("report/report.html");
        var start = html.IndexOf("<section id=\"decision\"", StringComparison.Ordinal);
        return html[start..html.IndexOf("</section>", start, StringComparison.Ordinal)];
    }
}
