using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Events.Orders;

namespace SkOrchestrator.Data.Tests.Events;

public sealed class OrderRowTests : IDisposable
{
    private const string Header = "customer_id,order_id,timestamp,value,currency,status\n";
    private readonly FinishedCampaign _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("ann;1;2026-11-21T09:00:00Z;12,50;EUR;paid", ';')]
    [InlineData("ann,1,2026-11-21T09:00:00Z,12,50,EUR,paid", ',')]
    public void A_file_of_which_no_row_is_good_is_refused_because_zeros_would_look_like_a_result(string row, char delimiter)
    {
        var path = _run.Write("orders.csv", Header.Replace(',', delimiter) + row + "\n" + row + "\n");
        var problems = FinishedCampaign.Refused(() => _run.Engagement.ImportOrders(path)).Diagnostics;

        Assert.Equal("ORD018", problems[0].Code);
        Assert.Equal(3, problems.Count);
        Assert.All(problems, problem => Assert.Contains("decimal point", problem.Expected + problem.Fix, StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_of_one_order_with_different_amounts_are_its_items_and_identical_ones_are_doubles()
    {
        var import = Orders(
            "ann,1,2026-11-21T09:00:00Z,10,EUR,paid", "ann,1,2026-11-21T09:00:00Z,5,EUR,paid", "ann,1,2026-11-21T09:00:00Z,5,EUR,paid",
            "bob,2,2026-11-21T09:00:00Z,10,EUR,placed", "bob,2,2026-11-22T09:00:00Z,8,EUR,paid");

        Assert.Equal("23/2 0/2", _run.Successes(Metric.RevenuePerRecipient));
        Assert.Equal((2, 1), (import.Orders, import.LineItemOrders));
        Assert.Contains(import.Warnings, warning => warning.StartsWith("1 orders of orders.csv have several rows with different amounts", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("paid", "cancelled")]
    [InlineData("cancelled", "paid")]
    public void At_the_same_moment_a_cancellation_wins(string first, string second)
    {
        var import = Orders($"ann,1,2026-11-21T09:00:00Z,10,EUR,{first}", $"ann,1,2026-11-21T09:00:00Z,10,EUR,{second}");

        Assert.Equal((0, 1), (import.Orders, import.Removed));
    }

    [Fact]
    public void Another_currency_matters_only_in_orders_that_count()
    {
        var import = Orders(
            "ann,1,2026-11-21T09:00:00Z,10,EUR,paid", "bob,2,2026-11-21T09:00:00Z,10,USD,cancelled", "bob,3,2026-11-01T09:00:00Z,10,USD,paid",
            "cy,4,2026-11-21T09:00:00Z,10,USD,paid", "cy,4,2026-11-24T09:00:00Z,10,USD,cancelled");

        Assert.Equal("EUR", import.Currency);
        Assert.Equal("ORD001", FinishedCampaign.Refused(() => _run.Successes(Metric.RevenuePerRecipient, FinishedCampaign.AssignedAt.AddDays(3))).Diagnostics[0].Code);
    }

    [Fact]
    public void A_bad_last_row_may_be_the_end_of_a_cut_file()
    {
        var import = Orders("ann,1,2026-11-21T09:00:00Z,10,EUR,paid", "bob,2,2026-11-2");

        Assert.Contains(import.Warnings, warning => warning.Contains("may be cut off", StringComparison.Ordinal));
    }

    [Fact]
    public void A_conversion_with_a_decimal_comma_is_named_with_what_was_found()
    {
        var import = _run.Import("recipient;event;timestamp_utc;value\nann;converted;2026-11-21T09:00:00Z;12,50\nbob;converted;2026-11-21T09:00:00Z;12.50\n", "events.csv");

        Assert.Equal(("EVT017", "digits with a decimal comma"), (import.Problems[0].Code, import.Problems[0].Found));
        Assert.Contains("decimal point", import.Problems[0].Expected, StringComparison.Ordinal);
    }

    private OrderImport Orders(params string[] rows) => _run.Engagement.ImportOrders(_run.Write("orders.csv", Header + string.Join('\n', rows) + "\n"));
}
