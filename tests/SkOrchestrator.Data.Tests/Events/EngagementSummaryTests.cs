using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;

namespace SkOrchestrator.Data.Tests.Events;

public sealed class EngagementSummaryTests : IDisposable
{
    private const string Header = "recipient,event,timestamp_utc,value,url\n";
    private readonly FinishedCampaign _run = new(
        ",past_rate,tier",
        id => id switch { "ann" => ",0.1,gold", "bob" => ",0.3,gold", "cy" => ",,silver", "dee" => ",0.2,gold", _ => ",0.9,silver" },
        new ColumnOptions("past_rate", ColumnRole.Baseline) { Metric = Metric.ClickRate }, new ColumnOptions("tier", ColumnRole.Categorical));

    public void Dispose() => _run.Dispose();

    [Fact]
    public void The_window_begins_with_sending_else_with_delivery_else_with_the_assignment()
    {
        Import(
            "ann,sent,2026-11-22T09:00:00Z,,", "ann,delivered,2026-11-22T09:00:10Z,,", "ann,opened,2026-11-29T09:00:00Z,,",
            "bob,delivered,2026-11-21T09:00:00Z,,", "bob,opened,2026-11-28T09:00:00Z,,", "bob,clicked,2026-11-28T09:00:01Z,,https://s.example/1",
            "cy,opened,2026-11-27T08:00:00Z,,", "cy,clicked,2026-11-27T08:00:01Z,,https://s.example/1", "dee,clicked,2026-11-20T08:00:01Z,,https://s.example/1");

        Assert.Equal("2/2 1/2", _run.Successes(Metric.OpenRate));
        Assert.Equal("0/2 1/2", _run.Successes(Metric.ClickRate));
    }

    [Fact]
    public void What_comes_after_the_moment_of_judgement_does_not_count()
    {
        Import("ann,opened,2026-11-21T09:00:00Z,,", "bob,opened,2026-11-22T09:00:00Z,,");

        Assert.Equal("1/2 0/2", _run.Successes(Metric.OpenRate, new DateTimeOffset(2026, 11, 22, 8, 59, 59, TimeSpan.Zero)));
        Assert.Equal("2/2 0/2", _run.Successes(Metric.OpenRate, new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(1))));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero), _run.Engagement.LastEvent);
    }

    [Fact]
    public void The_last_window_closes_a_window_after_the_last_mail()
    {
        Import("ann,sent,2026-11-22T08:00:00Z,,", "bob,sent,2026-11-24T08:00:00Z,,", "cy,sent,2026-11-22T08:00:00Z,,", "dee,sent,2026-12-30T08:00:00Z,,");
        var asOf = new DateTimeOffset(2026, 11, 26, 8, 0, 0, TimeSpan.Zero);
        _run.Engagement.Summarise([Metric.ClickRate], FinishedCampaign.Week, asOf);
        var window = _run.Engagement.Window(TimeSpan.FromDays(8), asOf);

        Assert.Equal(new DateTimeOffset(2027, 1, 7, 8, 0, 0, TimeSpan.Zero), window.ClosesAt);
        Assert.Equal((0.5 + 0.25 + 0.5 + 0) / 4, window.ElapsedShare, 12);
        Assert.True(window.IsOpen);
    }

    [Fact]
    public void Stages_count_customers_once_and_only_where_something_was_imported()
    {
        Import("ann,sent,2026-11-22T08:00:00Z,,", "ann,sent,2026-11-22T09:00:00Z,,", "cy,bounced,2026-11-22T08:00:00Z,,", "dee,soft_bounce,2026-11-22T08:00:00Z,,");

        Assert.Equal(
            ["sent control 1", "sent treatment-1 0", "bounced control 0", "bounced treatment-1 2"], _run.Engagement.Stages().Select(stage => $"{stage.Stage} {stage.Arm} {stage.Count}"));
    }

    [Fact]
    public void A_metric_without_any_event_of_its_kind_was_not_observed()
    {
        Import("ann,clicked,2026-11-22T08:00:00Z,,https://s.example/1");

        Assert.Equal([Metric.OpenRate, Metric.ComplaintRate], _run.Engagement.NotObserved([Metric.OpenRate, Metric.ClickRate, Metric.ComplaintRate]).Keys);
    }

    [Fact]
    public void Capped_cells_stand_beside_the_plain_ones()
    {
        Import("ann,converted,2026-11-22T08:00:00Z,30,", "bob,converted,2026-11-22T08:00:00Z,4,");
        var cells = _run.Engagement.Summarise(
            [Metric.RevenuePerRecipient], FinishedCampaign.Week, FinishedCampaign.Later, new Dictionary<string, double> { [Metric.RevenuePerRecipient] = 10 });

        Assert.Equal(
            ["revenue_per_recipient 34 338", "revenue_per_recipient 0 0", "revenue_per_recipient_capped 14 18", "revenue_per_recipient_capped 0 0"],
            cells.Select(cell => FormattableString.Invariant($"{cell.Metric} {cell.Sum} {cell.SquaredDeviations}")));
    }

    [Fact]
    public void Covariates_are_centred_and_a_missing_one_is_the_mean()
    {
        Import("ann,clicked,2026-11-22T08:00:00Z,,https://s.example/1", "dee,clicked,2026-11-22T08:00:00Z,,https://s.example/1");
        _run.Successes(Metric.ClickRate);
        var cells = _run.Engagement.Covariates(new Dictionary<string, string> { [Metric.ClickRate] = "past_rate", [Metric.OpenRate] = "no_such_column" });

        Assert.Equal(2, cells.Count);
        Assert.Equal(("click_rate", "past_rate", 2L), (cells[0].First, cells[0].Second, cells[0].Count));
        Assert.Equal([0.5, 0.2, 0.5, 0.02, -0.1], new[] { cells[0].MeanFirst, cells[0].MeanSecond, cells[0].SquaresFirst, cells[0].SquaresSecond, cells[0].Products }.Select(Rounded));
        Assert.Equal([0.5, 0.2, 0.5, 0, 0], new[] { cells[1].MeanFirst, cells[1].MeanSecond, cells[1].SquaresFirst, cells[1].SquaresSecond, cells[1].Products }.Select(Rounded));
    }

    [Fact]
    public void A_ratio_has_its_two_sides_by_arm()
    {
        Import("ann,clicked,2026-11-22T08:00:00Z,,https://s.example/1", "ann,opened,2026-11-22T08:00:00Z,,", "bob,opened,2026-11-22T08:00:00Z,,");
        _run.Successes(Metric.ClickRate);
        var cell = _run.Engagement.RatioCells(RatioMetric.ClickToOpen)[0];

        Assert.Equal(("click_rate", "open_rate", 2L, 0.5, 1d, 0.5, 0d, 0d), (cell.First, cell.Second, cell.Count, cell.MeanFirst, cell.MeanSecond, cell.SquaresFirst, cell.SquaresSecond, cell.Products));
    }

    [Fact]
    public void Features_come_in_patterns_with_their_outcomes()
    {
        Import("ann,clicked,2026-11-22T08:00:00Z,,https://s.example/1");
        _run.Successes(Metric.ClickRate);
        var table = _run.Engagement.Features([new ColumnOptions("tier", ColumnRole.Categorical), new ColumnOptions("gone", ColumnRole.Numeric)], [Metric.ClickRate], 1);

        Assert.Equal(["gold", "silver"], Assert.Single(table.Features).Levels);
        Assert.Equal(
            ["control 0 1/2", "treatment-1 0 0/1", "treatment-1 1 0/1"], table.Patterns.Select(pattern => $"{pattern.Arm} {pattern.Levels[0]} {pattern.Successes[0]}/{pattern.Count}"));
    }

    private void Import(params string[] rows) => _run.Import(Header + string.Join('\n', rows) + "\n", "events.csv");

    private static double Rounded(double number) => Math.Round(number, 12);
}
