using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Events;

namespace SkOrchestrator.Data.Tests.Events;

public sealed class CoverageTests : IDisposable
{
    private readonly FinishedCampaign _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Who_clicked_before_the_time_of_sending_is_observed_from_the_assignment()
    {
        Import("ann,clicked,2026-11-21T09:00:00Z,", "ann,sent,2026-11-22T09:00:00Z,", "cy,opened,2026-11-20T08:00:00Z,", "cy,delivered,2026-11-20T08:00:00Z,");

        Assert.Equal("1/2 0/2", _run.Successes(Metric.ClickRate));
        Assert.Equal("0/2 1/2", _run.Successes(Metric.OpenRate));
        var coverage = _run.Engagement.Coverage(FinishedCampaign.Week, FinishedCampaign.Later);
        Assert.Equal(1, coverage.EarlyCustomers);
        Assert.StartsWith("1 customer opened, clicked, complained or unsubscribed before", Assert.Single(coverage.Sentences), StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_count_is_counted_and_said()
    {
        Import(
            "ann,sent,2026-11-21T09:00:00Z,", "ann,converted,2026-11-21T08:00:00Z,1", "ann,converted,2026-11-22T08:00:00Z,1", "ann,converted,2026-11-29T08:00:00Z,1",
            "bob,converted,2026-12-30T08:00:00Z,1", "flo,converted,2026-11-22T08:00:00Z,1", "cy,clicked,2026-11-22T08:00:00Z,");
        var asOf = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
        _run.Successes(Metric.ConversionRate, asOf);
        var coverage = _run.Engagement.Coverage(FinishedCampaign.Week, asOf);

        Assert.Equal([new WindowCount("clicked", 1, 0, 0, 0, 0), new WindowCount("converted", 1, 1, 1, 1, 1)], coverage.Counts);
        Assert.Equal(
            "Of 5 events `converted`, 1 count for the arms; left out: 1 before the mail was sent, 1 after the window, 1 after the moment of judgement, 1 of held-out customers.",
            Assert.Single(coverage.Sentences));
    }

    [Fact]
    public void Orders_outside_the_window_are_counted_too()
    {
        Import("ann,sent,2026-11-21T09:00:00Z,");
        _run.Engagement.ImportOrders(_run.Write(
            "orders.csv",
            "customer_id,order_id,timestamp,value\nann,1,2026-11-22T09:00:00Z,1\nann,2,2026-11-28T10:00:00Z,1\nbob,3,2026-12-24T09:00:00Z,1\nflo,4,2026-11-22T09:00:00Z,1\n"));
        var asOf = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
        _run.Successes(Metric.ConversionRate, asOf);

        Assert.Equal([new WindowCount("converted", 1, 0, 1, 1, 1)], _run.Engagement.Coverage(FinishedCampaign.Week, asOf).Counts);
    }

    [Fact]
    public void Stages_too_end_with_the_moment_of_judgement()
    {
        Import("ann,sent,2026-11-21T09:00:00Z,", "cy,sent,2026-11-23T09:00:00Z,", "cy,bounced,2026-11-23T09:00:01Z,");

        Assert.Equal(["sent control 1", "sent treatment-1 0"], Stages(new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero)));
        Assert.Empty(Stages(FinishedCampaign.AssignedAt.AddDays(-1)));
        Assert.Equal(4, Stages(null).Count);
    }

    [Fact]
    public void Before_the_assignment_nothing_counts()
    {
        Import("ann,sent,2026-11-21T09:00:00Z,", "ann,clicked,2026-11-21T10:00:00Z,");

        Assert.Equal("0/2 0/2", _run.Successes(Metric.ClickRate, FinishedCampaign.AssignedAt.AddDays(-1)));
        Assert.Equal(0, _run.Engagement.Window(TimeSpan.FromDays(7), FinishedCampaign.AssignedAt.AddDays(-1)).ElapsedShare);
    }

    [Fact]
    public void Events_in_the_future_are_counted_apart_and_are_not_the_last_event()
    {
        var now = new DateTimeOffset(2026, 11, 25, 0, 0, 0, TimeSpan.Zero);
        var path = _run.Write("events.csv", "recipient,event,timestamp_utc\nann,clicked,2026-11-21T09:00:00Z\nann,clicked,2027-11-21T09:00:00Z\nbob,clicked,2026-11-26T09:00:00Z\n");
        var import = _run.Engagement.ImportEvents([path], new EventRules { Now = now });
        var orders = _run.Engagement.ImportOrders(_run.Write("orders.csv", "customer_id,order_id,timestamp,value\nann,1,2026-11-26T09:00:00Z,1\n"));

        Assert.Equal((3, 2, 2), (import.Total.Matched, import.Total.Future, import.Files[0].Future));
        Assert.Contains(import.Warnings, warning => warning.StartsWith("2 events lie in the future", StringComparison.Ordinal));
        Assert.Equal(1, orders.Future);
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero), _run.Engagement.LastEvent);
        Assert.Equal("1/2 0/2", _run.Successes(Metric.ClickRate, now));
    }

    private void Import(params string[] rows) => _run.Import("recipient,event,timestamp_utc,value\n" + string.Join('\n', rows) + "\n", "events.csv");

    private List<string> Stages(DateTimeOffset? asOf) => [.. _run.Engagement.Stages(asOf).Select(stage => $"{stage.Stage} {stage.Arm} {stage.Count}")];
}
