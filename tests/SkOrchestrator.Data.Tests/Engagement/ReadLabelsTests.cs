using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Tests.Assignment;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Tests.Engagement;

public sealed class ReadLabelsTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    [Requirement("5.4")]
    public void Labels_become_historical_events_at_the_time_of_sending()
    {
        Load(new("visit", ColumnRole.Label) { Metric = Metric.ClickRate }, new("bought", ColumnRole.Label) { Metric = Metric.ConversionRate }, new("spend", ColumnRole.Label) { Metric = Metric.RevenuePerRecipient });
        _run.Database.ReadLabels(At);

        Assert.Equal(
            ["1|clicked|", "1|converted|29.99", "1|sent|", "2|clicked|", "2|sent|", "3|sent|"],
            _run.Rows("select customer_id, event, value from events order by all"));
        Assert.Equal(["historical|True"], _run.Rows("""select distinct source, "timestamp" = timestamp '2026-09-01 08:00:00' from events"""));
    }

    [Fact]
    public void Revenue_alone_counts_as_conversion()
    {
        Load(new ColumnOptions("spend", ColumnRole.Label) { Metric = Metric.RevenuePerRecipient });
        _run.Database.ReadLabels(At);

        Assert.Equal(["1|29.99"], _run.Rows("select customer_id, value from events where event = 'converted'"));
    }

    [Fact]
    public void Without_labels_there_is_no_historical_engagement()
    {
        Load();

        Assert.Equal("CSV033", Assert.Throws<InvalidInputException>(() => _run.Database.ReadLabels(At)).Diagnostics[0].Code);
    }

    private void Load(params ColumnOptions[] columns)
    {
        _run.Load("customer_id,visit,bought,spend\n1,yes,1,29.99\n2,1,0,0\n3,,0,\n", columns);
        _run.Segment();
        _run.Database.Assign(Designs.Of(Designs.Segment("segment-1", 1, 1)), "autumn", 7, At);
    }
}
