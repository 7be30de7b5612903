using System.Globalization;
using SkOrchestrator.EndToEnd.Support;

namespace SkOrchestrator.EndToEnd.Analyses;

/// <summary>Orders belong to the assigned arm, whether anyone clicked or not.</summary>
[Collection(SentRunsCollection.Name)]
public sealed class RunOrderTests(SentRuns runs) : IDisposable
{
    private const string Header = "customer_id,order_id,timestamp,value,currency,status\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Orders_of_customers_who_never_clicked_count_for_their_arm()
    {
        var analysis = runs.First.Json("analysis.json");
        var buyers = runs.Planned.Recipients.Where(r => r.Number % 10 == 1).CountBy(r => r.Arm).ToDictionary(p => p.Key, p => (long)p.Value);
        var clickers = runs.Planned.Events.Where(e => e.Type == "clicked").Select(e => e.Who.Id).ToHashSet();

        Assert.DoesNotContain(runs.Planned.Recipients, r => r.Number % 10 == 1 && clickers.Contains(r.Id));
        Assert.Equal(buyers, analysis.Successes("conversion_rate"));
        Assert.All(
            analysis.ByArm(a => (double)a["metrics"]!["revenue_per_recipient"]!["mean"]!),
            arm => Assert.Equal(20.0 * buyers[arm.Key] / runs.Planned.Assigned[arm.Key], arm.Value, 10));
        Assert.Contains("amounts in EUR", runs.Result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_refunded_early_and_late_orders_bring_nothing_and_partly_refunded_ones_the_rest()
    {
        var people = runs.Planned.Recipients.Where(r => r.Arm == "treatment-1").ToList();
        var inside = runs.Planned.SentAt.AddDays(2);
        var orders = _folder.Write("orders.csv", Header
            + Order(people[0], "a", inside, 30, "paid")
            + Order(people[1], "b", inside, 40, "paid") + Order(people[1], "b", inside.AddDays(1), 40, "cancelled")
            + Order(people[2], "c", inside, 50, "paid") + Order(people[2], "c", inside.AddDays(1), -50, "refunded")
            + Order(people[3], "d", inside, 60, "paid") + Order(people[3], "d", inside.AddDays(1), -15, "partially_refunded")
            + Order(people[4], "e", runs.Planned.SentAt.AddDays(15), 70, "paid")
            + Order(people[5], "f", runs.Planned.SentAt.AddDays(-9), 80, "paid")
            + Order(people[6], "g", inside, 90, "teleported")
            + $"C-9999,h,{Mailing.Time(inside)},99,EUR,paid\n");

        var result = await runs.Planned.AnalyzeAsync("--events", runs.SendGrid, "--orders", orders, "--as-of", runs.Planned.Afterwards, "--output", _folder["out"]);

        var output = new RunFolder(_folder["out"]);
        var analysis = output.Json("analysis.json");
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Equal(2, analysis.Successes("conversion_rate")["treatment-1"]);
        Assert.Equal(0, analysis.Successes("conversion_rate")["control"]);
        Assert.Equal(75.0 / people.Count, analysis.ByArm(a => (double)a["metrics"]!["revenue_per_recipient"]!["mean"]!)["treatment-1"], 10);
        Assert.Contains("orders.csv: 11 order rows, 3 orders count, 2 cancelled or refunded, 1 of customers who were not assigned, 1 from before assignment, 1 rejected; amounts in EUR.", result.Output, StringComparison.Ordinal);
        Assert.Contains(output.Table("diagnostics.csv"), r => (r["file"], r["line"], r["code"]) == ("orders.csv", "11", "ORD014"));
        Assert.Contains("ORD014: orders.csv:11:", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_currencies_are_refused_in_orders_and_in_events()
    {
        var people = runs.Planned.Recipients;
        var orders = _folder.Write("orders.csv", Header
            + Order(people[0], "a", runs.Planned.SentAt.AddDays(1), 30, "paid")
            + Order(people[1], "b", runs.Planned.SentAt.AddDays(1), 40, "paid").Replace("EUR", "USD", StringComparison.Ordinal));
        var events = _folder.Write("bought.csv", "customer_id,event,timestamp,value,currency\n"
            + string.Concat(new[] { "EUR", "EUR", "USD" }.Select((c, i) => $"{people[i].Id},converted,{Mailing.Time(runs.Planned.SentAt.AddDays(1))},10,{c}\n")));

        var ordered = await runs.Planned.AnalyzeAsync("--events", runs.SendGrid, "--orders", orders, "--output", _folder["out"]);
        var converted = await runs.Planned.AnalyzeAsync("--events", runs.SendGrid, "--events", events, "--output", _folder["out"]);

        Assert.Equal((3, 3), (ordered.ExitCode, converted.ExitCode));
        Assert.Contains("error ORD001: ", ordered.Errors, StringComparison.Ordinal);
        Assert.Contains("EUR (1), USD (1)", ordered.Errors, StringComparison.Ordinal);
        Assert.Contains("error EVT010", converted.Errors, StringComparison.Ordinal);
        Assert.Contains("EUR (2), USD (1)", converted.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    private static string Order(Recipient who, string id, DateTime at, decimal value, string status) =>
        string.Create(CultureInfo.InvariantCulture, $"{who.Id},{id},{Mailing.Time(at)},{value:0.00},EUR,{status}\n");
}
