using System.Text.Json.Nodes;
using SkOrchestrator.EndToEnd.Support;

namespace SkOrchestrator.EndToEnd.Planning;

[Collection(SampleRunCollection.Name)]
public sealed class PlanBacktestTests
{
    private const string Customers = "samples/brand/customers.csv";

    [Fact]
    public async Task A_past_mail_tells_false_winners_lifts_found_and_the_cost_of_control()
    {
        var small = await BacktestAsync("--backtest", Customers);
        var large = await BacktestAsync("--backtest", "samples/hillstrom/customers.csv.gz", "--config", "config", "--config", "samples/hillstrom");

        foreach (var backtest in new[] { small, large })
        {
            Assert.Equal(1000, (int)backtest["replicates"]!);
            var error = Math.Sqrt(0.05 * 0.95 / 1000);
            Assert.InRange((double)backtest["falseWinners"]!["share"]!, 0, 0.05 + (3 * error));
            Assert.Contains("multivariate hypergeometric", (string)backtest["method"]!);
        }

        Assert.Equal(433, (int)small["customers"]!);
        Assert.True((double)large["found"]!["share"]! > 0.5);
        Assert.True((double)small["found"]!["share"]! < 0.1);
        var cost = large["controlCost"]!;
        Assert.Equal((double)large["rate"]! * 0.1, (double)cost["perControlCustomer"]!, 3);
        Assert.Equal((double)cost["expectedForegone"]!, (double)cost["perControlCustomer"]! * (int)cost["controlCustomers"]!, 6);
    }

    [Fact]
    public async Task The_same_file_and_seed_give_the_same_answer()
    {
        var first = await BacktestAsync("--backtest", Customers, "--seed", "3");

        Assert.Equal(first.ToJsonString(), (await BacktestAsync("--backtest", Customers, "--seed", "3")).ToJsonString());
    }

    [Fact]
    public async Task A_file_without_labels_of_the_primary_metric_is_refused()
    {
        using var folder = new TemporaryFolder();
        var text = await File.ReadAllTextAsync(Path.Combine(Orchestrator.Repository, Customers));
        var past = folder.Write("past.csv", text.Replace(",clicked,", ",pressed,", StringComparison.Ordinal));

        var result = await Orchestrator.RunAsync("plan", "--backtest", past, "--customers", Customers);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("error PLN003", result.Errors);
        Assert.Contains("click_rate", result.Errors);
    }

    [Fact]
    public async Task What_the_options_can_not_be_is_said_in_their_own_words()
    {
        var seed = await Orchestrator.RunAsync("plan", "--seed", "x");
        var file = await Orchestrator.RunAsync("plan", "--backtest", "nowhere.csv");

        Assert.Equal((2, 3), (seed.ExitCode, file.ExitCode));
        Assert.Contains("error CLI001: 'x' is not a whole number from 0 to 2147483647, as --seed needs it", seed.Errors);
        Assert.Contains("fix: give the right path with --backtest", file.Errors);
        Assert.DoesNotContain("--customers", file.Errors);
    }

    [Fact]
    public async Task A_number_per_customer_is_said_to_be_out_of_reach()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine/experiment_config.yaml", "primary: revenue_per_recipient\n");

        var result = await Orchestrator.RunAsync("plan", "--backtest", Customers, "--config", "config", "--config", folder["mine"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("not estimable: a backtest of revenue_per_recipient would have to draw every customer again", result.Output);
    }

    private static async Task<JsonNode> BacktestAsync(params string[] options)
    {
        var result = await Orchestrator.RunAsync(["plan", "--json", .. options]);
        Assert.True(result.ExitCode == 0, result.Errors);
        return JsonNode.Parse(result.Output)!["backtest"]!;
    }
}
