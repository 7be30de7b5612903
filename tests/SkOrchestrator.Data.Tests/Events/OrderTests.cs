using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Events.Orders;

namespace SkOrchestrator.Data.Tests.Events;

public sealed class OrderTests : IDisposable
{
    private const string Header = "customer_id,order_id,timestamp,value,currency,status\n";
    private readonly FinishedCampaign _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void An_order_belongs_to_the_assigned_arm_inside_the_window_whether_anyone_clicked()
    {
        var import = Orders(
            "ann,o1,2026-11-21T09:00:00Z,10.50,EUR,paid", "bob,o2,2026-11-27T08:00:00Z,5,EUR,", "bob,o3,2026-11-27T08:00:02Z,7,EUR,paid",
            "dee,o4,2026-11-19T09:00:00Z,99,EUR,paid", "eve,o5,2026-11-21T09:00:00Z,99,EUR,paid", "zoe,o6,2026-11-21T09:00:00Z,99,USD,paid",
            "flo,o7,2026-11-21T09:00:00Z,3,EUR,paid");

        Assert.Equal("2/2 0/2", _run.Successes(Metric.ConversionRate));
        Assert.Equal("15.5/2 0/2", _run.Successes(Metric.RevenuePerRecipient));
        Assert.Equal((7, 0, 4, 1, 1, 1, 1), (import.Rows, import.Rejected, import.Orders, import.HeldOut, import.BeforeAssignment, import.NotAssigned, import.UnknownCustomers));
        Assert.Equal("EUR", import.Currency);
        Assert.Equal(
            ["segment-1 conversion_rate 1/1", "segment-1 revenue_per_recipient 3/1"],
            _run.Engagement.SummariseHoldout(FinishedCampaign.Week, FinishedCampaign.Later).Select(cell => FormattableString.Invariant($"{cell.SegmentId} {cell.Metric} {cell.Sum}/{cell.Count}")));
    }

    [Fact]
    public void The_latest_status_of_an_order_wins()
    {
        var import = Orders(
            "ann,o1,2026-11-21T09:00:00Z,10,EUR,placed", "ann,o1,2026-11-23T09:00:00Z,,,Cancelled", "bob,o2,2026-11-23T09:00:00Z,8,EUR,shipped",
            "bob,o2,2026-11-21T09:00:00Z,9,EUR,placed", "cy,o3,2026-11-21T09:00:00Z,4,EUR,refunded", "dee,o4,2026-11-22T09:00:00Z,6,EUR,paid",
            "dee,o4,2026-11-22T09:00:00Z,6,EUR,paid");

        Assert.Equal("1/2 1/2", _run.Successes(Metric.ConversionRate));
        Assert.Equal("8/2 6/2", _run.Successes(Metric.RevenuePerRecipient));
        Assert.Equal((2, 2), (import.Orders, import.Removed));
    }

    [Fact]
    public void Part_refunds_come_off_and_a_whole_one_takes_the_conversion_too()
    {
        var import = Orders(
            "ann,o1,2026-11-21T09:00:00Z,10,EUR,paid", "ann,o1,2026-11-22T09:00:00Z,-4,EUR,refunded", "ann,o1,2026-11-22T09:00:00Z,-4,EUR,refunded",
            "bob,o2,2026-11-21T09:00:00Z,10,EUR,paid", "bob,o2,2026-11-22T09:00:00Z,-10,EUR,", "cy,o3,2026-11-22T09:00:00Z,-1,EUR,");

        Assert.Equal("1/2 0/2", _run.Successes(Metric.ConversionRate));
        Assert.Equal("6/2 0/2", _run.Successes(Metric.RevenuePerRecipient));
        Assert.Equal((1, 1, 1), (import.Orders, import.PartlyRefunded, import.Removed));
        Assert.Equal(("ORD016", 7L), (import.Problems[0].Code, import.Problems[0].Line!.Value));
    }

    [Fact]
    public void A_cancellation_after_the_moment_of_judgement_is_not_known_yet()
    {
        Orders("ann,o1,2026-11-21T09:00:00Z,10,EUR,paid", "ann,o1,2026-11-25T09:00:00Z,10,EUR,cancelled");

        Assert.Equal("1/2 0/2", _run.Successes(Metric.ConversionRate, FinishedCampaign.AssignedAt.AddDays(3)));
        Assert.Equal("0/2 0/2", _run.Successes(Metric.ConversionRate, FinishedCampaign.AssignedAt.AddDays(6)));
    }

    [Fact]
    public void Several_currencies_are_refused_with_their_counts()
    {
        var problem = FinishedCampaign.Refused(() => Orders("ann,o1,2026-11-21T09:00:00Z,10,EUR,", "bob,o2,2026-11-21T09:00:00Z,10,EUR,", "cy,o3,2026-11-21T09:00:00Z,10,usd,")).Diagnostics[0];

        Assert.Equal(("ORD001", "EUR (2), USD (1)"), (problem.Code, problem.Found));
    }

    [Fact]
    public void Bad_rows_are_named_by_line_and_the_rest_is_kept()
    {
        var import = Orders(
            ",o1,2026-11-21T09:00:00Z,10,EUR,", "ann,,2026-11-21T09:00:00Z,10,EUR,", "ann,o2,21/11/2026,10,EUR,", "ann,o3,2026-11-21T09:00:00Z,ten,EUR,",
            "ann,o4,2026-11-21T09:00:00Z,10,EUR,dreamt", "ann,o5,2026-11-21T09:00:00Z,10,,", "ann,o6,2026-11-21T09:00:00Z,10,EUR", "ann,ann@example.com,2026-11-21T09:00:00Z,10,EUR,",
            "ann,o7,2026-11-21T09:00:00Z,10,EUR,paid");

        Assert.Equal(
            ["ORD011 2", "ORD011 3", "ORD012 4", "ORD013 5", "ORD014 6", "ORD015 7", "CSV004 8", "ORD017 9"], import.Problems.Select(problem => $"{problem.Code} {problem.Line}"));
        Assert.Equal((9, 8, 1), (import.Rows, import.Rejected, import.Orders));
        Assert.All(import.Problems, problem => Assert.DoesNotContain("@", problem.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Status_and_currency_may_be_missing_and_an_address_may_stand_for_the_id()
    {
        var import = _run.Engagement.ImportOrders(_run.Write("orders.csv", "Order_ID;Customer_ID;Value;Timestamp\no1;CY@example.com;5;2026-11-21\n"));

        Assert.Equal("0/2 5/2", _run.Successes(Metric.RevenuePerRecipient));
        Assert.Null(import.Currency);
        Assert.Contains(import.Warnings, warning => warning.Contains("a date without a time", StringComparison.Ordinal));
        Assert.Equal("CSV005", FinishedCampaign.Refused(() => _run.Engagement.ImportOrders(_run.Write("x.csv", "customer_id,order_id\n1,2\n"))).Diagnostics[0].Code);
    }

    [Fact]
    public void With_orders_conversions_of_event_files_count_no_second_time()
    {
        _run.Import("recipient,event,timestamp_utc,value\nann,converted,2026-11-21T09:00:00Z,10\n", "events.csv");
        var import = Orders("ann,o1,2026-11-21T09:00:00Z,10,EUR,paid");

        Assert.Equal("10/2 0/2", _run.Successes(Metric.RevenuePerRecipient));
        Assert.Equal(["ann converted 11-21T09:00:00 10.00"], _run.Events());
        Assert.Contains(import.Warnings, warning => warning.StartsWith("Conversions come from the orders file alone", StringComparison.Ordinal));
    }

    private OrderImport Orders(params string[] rows) => _run.Engagement.ImportOrders(_run.Write("orders.csv", Header + string.Join('\n', rows) + "\n"));
}
