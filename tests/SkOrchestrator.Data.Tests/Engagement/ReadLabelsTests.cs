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
    public void A_control_that_was_mailed_nothing_is_sent_nothing_and_its_visits_count()
    {
        Load(new ColumnOptions("visit", ColumnRole.Label) { Metric = Metric.ClickRate });
        _run.Database.ReadLabels(At, controlWasMailed: false);

        Assert.Empty(_run.Rows("select * from events join assignments using (customer_id) where arm = 'control' and event = 'sent'"));
        Assert.Equal(2, _run.Database.Summarise([Metric.ClickRate], new Dictionary<string, TimeSpan>()).Sum(cell => cell.Sum));
    }

    [Fact]
    public void Only_metrics_with_a_label_are_known()
    {
        Load(new ColumnOptions("visit", ColumnRole.Label) { Metric = Metric.ClickRate }, new ColumnOptions("spend", ColumnRole.Label) { Metric = Metric.RevenuePerRecipient });

        Assert.Equal([Metric.ClickRate, Metric.ConversionRate, Metric.RevenuePerRecipient], _run.Database.LabelledMetrics());
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
