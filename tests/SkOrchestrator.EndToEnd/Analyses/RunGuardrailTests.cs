using SkOrchestrator.EndToEnd.Support;

namespace SkOrchestrator.EndToEnd.Analyses;

/// <summary>Harm, loss and the customers who were mailed nothing.</summary>
[Collection(SentRunsCollection.Name)]
public sealed class RunGuardrailTests(SentRuns runs) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_complaint_rate_at_the_limit_stops_an_arm_while_the_window_is_open_and_the_other_guardrails_stand_beside_it()
    {
        var people = runs.Planned;
        var angry = people.Recipients.First(r => r.Arm == "treatment-1" && r.Number == 4);
        var events = people.Events.Append(new(angry, "complained", people.SentAt.AddHours(4)));

        var (result, output) = await AnalyzeAsync(people, events, people.WhileOpen);

        var analysis = output.Json("analysis.json");
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Equal("stop_for_harm", analysis.Status());
        Assert.Contains($"treatment-1: 1 of {people.Assigned["treatment-1"]} customers complained", analysis.Rules(), StringComparison.Ordinal);
        Assert.Contains("limit of 0.3 %", analysis.Rules(), StringComparison.Ordinal);
        Assert.Contains("is still open", analysis.Rules(), StringComparison.Ordinal);
        Assert.Equal("stop", (string)Assert.Single(analysis.Rows("guardrails", "complaint_rate", "treatment-1"))["outcome"]!);
        Assert.All(
            new[] { "unsubscribe_rate", "complaint_rate", "hard_bounce_rate" },
            m => Assert.Equal(["treatment-1", "treatment-2", "treatment-3"], analysis.Rows("guardrails", m).Select(g => (string)g["arm"]!)));
        Assert.Contains("Verdict: stop for harm", result.Output, StringComparison.Ordinal);
        Assert.Contains("omplain", output.Text("report/report.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Guardrails_that_are_kept_are_compared_with_their_declared_margins()
    {
        var analysis = runs.First.Json("analysis.json");

        var leaving = Assert.Single(analysis.Rows("guardrails", "unsubscribe_rate", Mailing.BestArm));
        Assert.Equal((1L, runs.Planned.Assigned[Mailing.BestArm], 0.002), ((long)leaving["events"]!, (long)leaving["customers"]!, (double)leaving["margin"]!));
        Assert.Equal(0.005, (double)Assert.Single(analysis.Rows("guardrails", "hard_bounce_rate", Mailing.BestArm))["margin"]!);
        Assert.Empty(analysis.Rows("guardrails", "complaint_rate"));
        Assert.Contains(analysis["notes"]!.AsArray(), n => ((string)n!).Contains("complaint_rate", StringComparison.Ordinal));
    }

    /// <summary>Mails that come back for good are harm besides; the mismatch is said either way.</summary>
    [Theory]
    [InlineData("blocked", "unhealthy")]
    [InlineData("bounced", "stop_for_harm")]
    public async Task An_arm_that_loses_a_fifth_of_its_mails_gets_no_verdict_on_clicks(string loss, string status)
    {
        var people = runs.Planned;
        bool IsLost(Recipient r) => r.Arm == "treatment-2" && r.Number % 5 == 2;
        var events = people.Events.Where(e => e.Type == "sent" || !IsLost(e.Who))
            .Concat(people.Recipients.Where(IsLost).Select(r => new MailEvent(r, loss, people.SentAt.AddMinutes(1))));

        var (result, output) = await AnalyzeAsync(people, events, people.Afterwards);

        var analysis = output.Json("analysis.json");
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.True((bool)analysis["sampleRatio"]!["mismatch"]!);
        Assert.True((bool)analysis["sampleRatio"]!["assignmentIsExact"]!);
        Assert.All(analysis["comparisons"]!.AsArray(), c => Assert.False((bool)c!["significant"]!));
        Assert.Equal(status, analysis.Status());
        Assert.Contains("Sample ratio mismatch: the arms did not get to the stage 'delivered' equally", analysis.Rules(), StringComparison.Ordinal);
        Assert.DoesNotContain("better than control", analysis.Rules(), StringComparison.Ordinal);
        Assert.Equal(people.Assigned, analysis.Trials("click_rate"));
    }

    [Fact]
    public async Task A_blocked_message_raises_no_alarm_and_the_arm_counts_where_it_exists()
    {
        var people = runs.HeldOut;
        Assert.Equal(("segment-1", "treatment-3"), people.Run.Variants("blocked").Select(v => ((string)v["segmentId"]!, (string)v["arm"]!)).Single());

        var (result, output) = await AnalyzeAsync(people, people.Events, people.Afterwards);

        var analysis = output.Json("analysis.json");
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.False((bool)analysis["sampleRatio"]!["mismatch"]!);
        Assert.True((bool)analysis["sampleRatio"]!["assignmentIsExact"]!);
        Assert.Equal("winner", analysis.Status());
        Assert.DoesNotContain("segment-1", analysis.Rows("comparisons", "click_rate", "treatment-3")[0]["segmentsIncluded"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.True((double)analysis.Rows("comparisons", "click_rate", "treatment-3")[0]["populationShare"]! < 1);
        Assert.Equal("No plan was locked before the data were seen.", analysis.Caveats()[0]);
        Assert.Empty(analysis["holdout"]!.AsArray());
    }

    [Fact]
    public async Task The_holdout_is_compared_on_conversion_and_revenue_alone()
    {
        var people = runs.HeldOut;
        var held = people.Run.Table("holdout.csv").Select(r => r["customer_id"]).ToList();
        var at = Mailing.Time(people.SentAt.AddDays(1));
        var buyers = people.Recipients.Where(r => r.Number % 4 == 1).Select(r => r.Id).Concat(held.Take(3)).ToList();
        var orders = _folder.Write("orders.csv", "customer_id,order_id,timestamp,value,currency\n" + string.Concat(buyers.Select(id => $"{id},O-{id},{at},10,EUR\n")));

        var (result, output) = await AnalyzeAsync(people, people.Events, people.Afterwards, "--orders", orders);

        var analysis = output.Json("analysis.json");
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.InRange(held.Count, 30, 60);
        Assert.Equal(["conversion_rate", "revenue_per_recipient"], analysis["holdout"]!.AsArray().Select(c => (string)c!["metric"]!).Distinct());
        Assert.All(analysis["holdout"]!.AsArray(), c => Assert.Equal("mailed", (string)c!["arm"]!));
        var crude = (double)analysis["holdout"]!.AsArray().First(c => (string)c!["metric"]! == "conversion_rate")!["crude"]!;
        Assert.Equal(((double)(buyers.Count - 3) / people.Recipients.Count) - (3.0 / held.Count), crude, 10);
        Assert.DoesNotContain("holdout", analysis.ByArm(a => 0).Keys);
    }

    private async Task<(ProcessResult Result, RunFolder Output)> AnalyzeAsync(Mailing mailing, IEnumerable<MailEvent> events, string asOf, params string[] more)
    {
        var file = _folder.Write("events.json", EventText.SendGrid(events));
        var result = await Orchestrator.RunAsync(
            ["analyze", "--run", mailing.Run.Path, "--events", file, "--as-of", asOf, "--output", _folder["out"], .. more], null, SentRuns.AddressKey);
        return (result, new RunFolder(_folder["out"]));
    }
}
