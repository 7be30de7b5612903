using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Tests.Assignment;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Tests.Summaries;

public sealed class SummariseTests : IDisposable
{
    private static readonly Dictionary<string, TimeSpan> Windows = Metric.All.ToDictionary(metric => metric, _ => TimeSpan.FromDays(7));
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    [Requirement("5.5")]
    public void Each_customer_counts_once_within_the_window_and_machines_not_at_all()
    {
        Assigned("1|a|control", "2|a|control", "3|a|control", "4|a|treatment-1");
        Event("1", "opened", 1);
        Event("1", "opened", 2);
        Event("1", "clicked", 7 * 24);
        Event("2", "opened", (7 * 24) + 1);
        Event("3", "opened", 1, machine: true);
        Event("3", "opened", -1);
        Event("4", "converted", 5, 10.10m);
        Event("4", "converted", 6, 5.05m);
        Event("4", "converted", 400, 99m);
        var cells = _run.Database.Summarise(Metric.All, Windows);

        Assert.Equal(
            [
                Cell("control", Metric.OpenRate, 3, 1, 1 - (1d / 3)), Cell("treatment-1", Metric.OpenRate, 1, 0, 0),
                Cell("control", Metric.ClickRate, 3, 1, 1 - (1d / 3)), Cell("treatment-1", Metric.ClickRate, 1, 0, 0),
                Cell("control", Metric.ConversionRate, 3, 0, 0), Cell("treatment-1", Metric.ConversionRate, 1, 1, 0),
                Cell("control", Metric.RevenuePerRecipient, 3, 0, 0), Cell("treatment-1", Metric.RevenuePerRecipient, 1, 15.15, 0),
            ],
            cells);
    }

    [Fact]
    public void An_arm_without_customers_is_a_cell_of_zeros()
    {
        Assigned("1|a|control");
        _run.Database.Connection.Run("insert into arms values ('a', 'treatment-3', 'a.friendly', 0.5)");

        Assert.Equal(new CellSummary(new SegmentId("a"), ArmId.Treatment(3), Metric.OpenRate, 0, 0, 0), _run.Database.Summarise([Metric.OpenRate], Windows)[^1]);
    }

    private static CellSummary Cell(string arm, string metric, long count, double sum, double squares) =>
        new(new SegmentId("a"), new ArmId(arm), metric, count, sum, squares);

    private void Assigned(params string[] rows)
    {
        _run.Load("customer_id\n" + string.Join('\n', rows.Select(row => row.Split('|')[0])));
        foreach (var row in rows.Select(row => row.Split('|')))
        {
            _run.Database.Connection.Run(
                "insert into assignments values ($id, $segment, $arm, 'v', '1970-01-01')", ("id", row[0]), ("segment", row[1]), ("arm", row[2]));
            Event(row[0], "sent", 0);
        }

        _run.Database.Connection.Run("insert into arms select distinct segment_id, arm, 'v', 0.5 from assignments");
    }

    private void Event(string customer, string name, int hours, decimal? value = null, bool machine = false) => _run.Database.Connection.Run(
        "insert into events values ($id, $event, timestamp '1970-01-01' + to_hours($hours), 'test', $value, null, null, null, $machine)",
        ("id", customer), ("event", name), ("hours", hours), ("value", value), ("machine", machine));
}
