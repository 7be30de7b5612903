using SkOrchestrator.EndToEnd.Support;

namespace SkOrchestrator.EndToEnd.Analyses;

/// <summary>A locked plan binds the analysis; one that was changed stops it.</summary>
[Collection(SentRunsCollection.Name)]
public sealed class PlannedAnalysisTests(SentRuns runs) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Plan => runs.Planned.Run.File("plan.lock.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_plan_that_was_changed_after_locking_is_refused()
    {
        foreach (var file in new[] { "campaign.duckdb", "experiment.json", "run.json" })
        {
            Directory.CreateDirectory(_folder["run"]);
            File.Copy(runs.Planned.Run.File(file), _folder["run", file]);
        }

        var plan = _folder.Write("run/plan.lock.json", (await File.ReadAllTextAsync(Plan)).Replace("\"alpha\": 0.05", "\"alpha\": 0.2", StringComparison.Ordinal));

        var ofRun = await Orchestrator.RunAsync("analyze", "--run", _folder["run"], "--events", runs.SendGrid);
        var ofTable = await TableAsync(plan);

        Assert.All(new[] { ofRun, ofTable }, result =>
        {
            Assert.Equal(3, result.ExitCode);
            Assert.Contains("error PLN002: ", result.Errors, StringComparison.Ordinal);
            Assert.Contains("the plan was changed after it was locked", result.Errors, StringComparison.Ordinal);
            Assert.Contains("fix: restore the file", result.Errors, StringComparison.Ordinal);
        });
        Assert.False(Directory.Exists(_folder["run", "analyses"]));
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public async Task A_table_is_analysed_as_the_plan_says()
    {
        var result = await TableAsync(Plan);

        var analysis = new RunFolder(_folder["out"]).Json("analysis.json");
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Equal(("click_rate", 0.05, "holm"), ((string)analysis["primaryMetric"]!, (double)analysis["alpha"]!, (string)analysis["correction"]!));
        Assert.Empty(analysis["plan"]!["deviations"]!.AsArray());
        Assert.Equal("winner", analysis.Status());
        Assert.All(analysis.Rows("adjusted", "revenue_per_recipient").Where(a => (string)a["method"]! == "winsorised"), a => Assert.Equal(500, (double)a["cap"]!));
        Assert.Contains(analysis.Rows("adjusted", "revenue_per_recipient", "treatment-3"), a => (string)a["method"]! == "winsorised");
    }

    [Fact]
    public async Task A_table_that_is_analysed_otherwise_says_so_first()
    {
        var result = await TableAsync(Plan, "--alpha", "0.1", "--primary", "conversion_rate");

        var output = new RunFolder(_folder["out"]);
        var analysis = output.Json("analysis.json");
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Equal(2, analysis["plan"]!["deviations"]!.AsArray().Count);
        Assert.Contains("Alpha: planned 0.05, used 0.1", result.Output, StringComparison.Ordinal);
        Assert.All(analysis.Caveats().Take(2), c => Assert.StartsWith("Exploratory, because it deviates from the locked plan: ", c, StringComparison.Ordinal));
        Assert.Contains("Alpha: planned 0.05, used 0.1", output.Text("report/report.html"), StringComparison.Ordinal);
        Assert.NotEqual("winner", analysis.Status());
    }

    [Theory]
    [InlineData("the primary metric is visits, which is not among the metrics of this analysis", "--primary", "visits")]
    [InlineData("--cap names click_rate, which is no number per customer", "--cap", "click_rate=3")]
    public async Task A_metric_that_the_run_does_not_have_is_a_usage_error(string expected, params string[] options)
    {
        var result = await runs.AnalyzeAsync(["--output", _folder["out"], .. options]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(expected, result.Errors, StringComparison.Ordinal);
        Assert.Contains("fix: give --", result.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public async Task Addresses_that_were_hashed_with_another_key_are_said_with_the_way_out()
    {
        var people = runs.HeldOut;
        var events = _folder.Write("events.json", EventText.SendGrid(people.Events));
        string[] arguments = ["analyze", "--run", people.Run.Path, "--events", events, "--output", _folder["out"]];

        var unset = await Orchestrator.RunAsync(arguments);
        var wrong = await Orchestrator.RunAsync(arguments, null, new Dictionary<string, string> { ["SKO_ADDRESS_KEY"] = "another" });

        Assert.Equal((2, 3), (unset.ExitCode, wrong.ExitCode));
        Assert.Contains("error RUN007: ", unset.Errors, StringComparison.Ordinal);
        Assert.Contains("fix: set SKO_ADDRESS_KEY to what it was when the run was made", unset.Errors, StringComparison.Ordinal);
        Assert.Contains("error EVT008: ", wrong.Errors, StringComparison.Ordinal);
        Assert.Contains("its addresses were hashed with another key", wrong.Errors, StringComparison.Ordinal);
        Assert.Contains("fix: set SKO_ADDRESS_KEY to the value it had when the run was made", wrong.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public async Task Other_arms_and_other_customers_than_the_plan_has_are_deviations()
    {
        var result = await CountsAsync("control", "treatment-1", "surprise");

        var analysis = new RunFolder(_folder["out"]).Json("analysis.json");
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Equal(
            [
                "Treatments of the plan are missing in the data: treatment-2, treatment-3.",
                "Treatments in the data are not in the plan: surprise.",
                "Treatments that are corrected for together: planned 3, used 2.",
                "Customers: planned 433, analysed 8000.",
            ],
            analysis["plan"]!["deviations"]!.AsArray().Select(d => (string)d!));
        Assert.Equal("inconclusive", analysis.Status());
    }

    [Fact]
    public async Task Before_the_planned_end_a_table_has_no_verdict()
    {
        var early = Mailing.Time(runs.Planned.SentAt.AddDays(3));
        foreach (var options in new[] { new[] { "--as-of", early }, ["--as-of", "now"] })
        {
            var result = await TableAsync(Plan, options);

            var analysis = new RunFolder(_folder["out"]).Json("analysis.json");
            Assert.True(result.ExitCode == 0, result.Errors);
            Assert.Equal("window_open", analysis.Status());
            Assert.Contains("– treatment-3", result.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("▲", result.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_primary_metric_of_the_plan_that_the_table_lacks_is_said_to_be_the_plans()
    {
        var file = _folder.Write("mail.csv", "arm,visit\ncontrol,0\ntreatment-1,1\n");
        var result = await Orchestrator.RunAsync("analyze", "--data", file, "--arm", "arm", "--metrics", "visit", "--plan", Plan, "--output", _folder["out"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("error CLI002: the primary metric of the locked plan is click_rate", result.Errors, StringComparison.Ordinal);
        Assert.Contains("fix: add click_rate to the file and the metrics; or give --primary one of visit, which deviates from the plan", result.Errors, StringComparison.Ordinal);
    }

    /// <summary>8,000 customers in all; the arms but the first click far more often.</summary>
    private Task<ProcessResult> CountsAsync(params string[] arms)
    {
        var rows = arms.Select((arm, i) => FormattableString.Invariant($"{arm},click_rate,{(i == 0 ? 200 : 600)},{8000 / arms.Length + (i < 8000 % arms.Length ? 1 : 0)}\n"));
        var file = _folder.Write("counts.csv", "arm,metric,successes,trials\n" + string.Concat(rows));
        return Orchestrator.RunAsync("analyze", "--counts", file, "--plan", Plan, "--as-of", runs.Planned.Afterwards, "--output", _folder["out"]);
    }

    /// <summary>108 customers an arm, as planned; half of the last arm click, and a tenth of the others. After the end unless a moment is named; <c>now</c> is none.</summary>
    private Task<ProcessResult> TableAsync(string plan, params string[] options)
    {
        options = options is ["--as-of", "now"] ? [] : options.Contains("--as-of") ? options : [.. options, "--as-of", runs.Planned.Afterwards];
        var rows = from arm in new[] { "control", "treatment-1", "treatment-2", "treatment-3" }
                   from i in Enumerable.Range(0, 108)
                   select FormattableString.Invariant($"{arm},{(i % (arm == "treatment-3" ? 2 : 10) == 0 ? 1 : 0)},{(i % 20 == 1 ? 1 : 0)},{(i % 20 == 1 ? 10 * i : 0)}\n");
        var file = _folder.Write("mail.csv", "arm,click_rate,conversion_rate,revenue_per_recipient\n" + string.Concat(rows));
        return Orchestrator.RunAsync(["analyze", "--data", file, "--arm", "arm", "--metrics", "click_rate,conversion_rate", "--numeric-metrics", "revenue_per_recipient", "--plan", plan, "--output", _folder["out"], .. options]);
    }
}
