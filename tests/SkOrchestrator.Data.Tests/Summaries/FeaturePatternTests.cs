using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Tests.Assignment;
using SkOrchestrator.Experiment;

namespace SkOrchestrator.Data.Tests.Summaries;

public sealed class FeaturePatternTests : IDisposable
{
    private static readonly ColumnOptions[] Columns =
    [
        new("tier", ColumnRole.Categorical), new("app", ColumnRole.Boolean) { Name = "uses the app" }, new("age", ColumnRole.Numeric), new("country", ColumnRole.Country),
    ];

    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void The_most_frequent_level_is_the_reference_and_small_ones_are_merged()
    {
        Load(i => i <= 20 ? "silver" : i <= 32 ? "gold" : i <= 35 ? "rare" : i <= 37 ? "odd" : "", 40);
        var table = Tabulate(3);

        Assert.Equal(
            ["tier: silver, gold, rare, unknown", "uses the app: no, yes", "age: not above median, above median"],
            table.Features.Select(feature => $"{feature.Name}: {string.Join(", ", feature.Levels)}"));
        Assert.Equal(38, table.Patterns.Sum(pattern => pattern.Count));
        Assert.Equal(["silver, gold, other"], [.. Tabulate(5).Features.Take(1).Select(feature => string.Join(", ", feature.Levels))]);
    }

    [Fact]
    public void Everyone_is_in_one_pattern_and_the_successes_add_up()
    {
        Load(i => i % 3 == 0 ? "gold" : "silver", 60);
        _run.Database.Connection.Run(
            "insert into events select customer_id, 'clicked', '1970-01-02', 'test', null, null, null, customer_id || 'c', false from assignments where customer_id::int % 5 = 0");
        var table = Tabulate(5);

        Assert.Equal(60, table.Patterns.Sum(pattern => pattern.Count));
        Assert.Equal(12, table.Patterns.Sum(pattern => pattern.Successes[0]));
        Assert.Equal([Metric.ClickRate], table.Metrics);
        Assert.Equal(table.Patterns.Count, table.Patterns.Select(pattern => (pattern.Arm, string.Join(',', pattern.Levels))).Distinct().Count());
        Assert.Equal("control", table.Patterns[0].Arm.Value);
    }

    [Fact]
    public void At_most_thirty_levels_of_a_feature_are_told_apart()
    {
        Load(i => $"t{i % 50}", 500);

        Assert.Equal(29, Tabulate(1).Features[0].Levels.Count);
        Assert.Equal("other", Tabulate(1).Features[0].Levels[^1]);
    }

    [Fact]
    public void Without_a_feature_of_two_levels_the_table_is_empty()
    {
        Load(_ => "gold", 40);
        _run.Database.Summarise([Metric.ClickRate], new Dictionary<string, TimeSpan>());

        Assert.Empty(_run.Database.CountPatterns(Columns[..1], [Metric.ClickRate], 5).Patterns);
    }

    private FeatureTable Tabulate(int minimumGroup)
    {
        _run.Database.Summarise([Metric.ClickRate], new Dictionary<string, TimeSpan>());
        return _run.Database.CountPatterns(Columns, [Metric.ClickRate, Metric.RevenuePerRecipient], minimumGroup);
    }

    private void Load(Func<int, string> tier, int customers)
    {
        _run.Load("customer_id,tier,app,age,country\n" + string.Concat(Enumerable.Range(1, customers).Select(i => $"{i},{tier(i)},{(i % 2 == 0 ? "yes" : "no")},{i},GB\n")), Columns);
        _run.Segment("'a'");
        _run.Database.Assign(Designs.Of(Designs.Segment("a", 1, 1)), "autumn", 7, DateTimeOffset.UnixEpoch);
        _run.Database.Connection.Run("insert into events select customer_id, 'sent', '1970-01-01', 'test', null, null, null, customer_id, false from assignments");
    }
}
