using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Analysis;

/// <summary>Which customer features go with engagement, by logistic regression.</summary>
public sealed class AttributionTests
{
    private static readonly Feature Tier = new("tier", ["basic", "gold", "platinum"]);
    private static readonly Feature App = new("app", ["no", "yes"]);

    [Fact]
    [Requirement("6.5")]
    public void Odds_ratios_hold_the_arm_fixed()
    {
        // odds in control 0.25 and 1, in the treatment 1 and 4: four times as high with gold, whatever the arm
        AttributionResult row = Assert.Single(Rows([Tier], (0, [0], 200, 40), (0, [1], 200, 100), (1, [0], 200, 100), (1, [1], 200, 160)));
        Assert.Equal(("tier", "gold", "basic", null), (row.Feature, row.Level, row.Reference, row.NotEstimable));
        Assert.Equal(4, row.OddsRatio!.Value, 1e-9);
        Assert.True(row.CiLow > 2 && row.CiHigh < 8 && row.PValueAdjusted < 1e-6);
        Assert.Equal(row.OddsRatio.Value * row.OddsRatio.Value, row.CiLow!.Value * row.CiHigh!.Value, 1e-9);
    }

    [Fact]
    public void Features_that_go_together_are_told_apart()
    {
        // everyone's odds depend on the app alone, and gold customers mostly have it
        IReadOnlyList<AttributionResult> rows = Rows([Tier, App], (0, [0, 0], 900, 90), (0, [0, 1], 100, 50), (0, [1, 0], 100, 10), (0, [1, 1], 900, 450));
        Assert.Equal(9, rows.Single(r => r.Feature == "app").OddsRatio!.Value, 1e-9);
        Assert.Equal(1, rows.Single(r => r.Feature == "tier").OddsRatio!.Value, 1e-9);
        Assert.Equal(["app", "tier"], rows.Select(r => r.Feature));
    }

    [Fact]
    public void A_level_that_is_certain_has_no_odds_ratio_and_does_not_disturb_the_others()
    {
        (int, int[], long, long)[] others = [(0, [0], 200, 40), (0, [1], 200, 100), (1, [0], 200, 90), (1, [1], 200, 160)];
        IReadOnlyList<AttributionResult> rows = Rows([Tier], [.. others, (0, [2], 50, 0), (1, [2], 50, 0)]);
        Assert.Equal(Rows([Tier], others)[0].OddsRatio!.Value, rows.Single(r => r.Level == "gold").OddsRatio!.Value, 1e-9);
        AttributionResult certain = rows[^1];
        Assert.Equal(("platinum", null, null), (certain.Level, certain.OddsRatio, certain.PValueAdjusted));
        Assert.Equal("nobody with it has the event, so no finite odds ratio exists", certain.NotEstimable);
    }

    [Fact]
    public void Few_events_give_no_odds_ratio()
    {
        IReadOnlyList<AttributionResult> rows = Rows([Tier], (0, [0], 200, 40), (0, [1], 200, 100), (0, [2], 50, 4));
        Assert.Equal("fewer than 5 customers with it have the event", rows.Single(r => r.Level == "platinum").NotEstimable);
        Assert.NotNull(rows.Single(r => r.Level == "gold").OddsRatio);
    }

    [Fact]
    public void Features_that_say_the_same_are_named()
    {
        IReadOnlyList<AttributionResult> rows = Rows([Tier, App], (0, [0, 0], 200, 40), (0, [1, 1], 200, 100), (1, [0, 0], 200, 100), (1, [1, 1], 200, 160));
        Assert.Equal(4, rows.Single(r => r.Feature == "tier").OddsRatio!.Value, 1e-9);
        Assert.Equal((null, "it can't be told apart from the levels of other features"), (rows[^1].OddsRatio, rows[^1].NotEstimable));
    }

    [Fact]
    public void Features_that_predict_together_without_error_do_not_give_huge_numbers()
    {
        IReadOnlyList<AttributionResult> rows = Rows([Tier, App], (0, [0, 0], 50, 0), (0, [1, 1], 50, 50), (0, [1, 0], 60, 30), (0, [0, 1], 50, 20));
        Assert.Contains(rows, r => r.NotEstimable?.StartsWith("together with other features", StringComparison.Ordinal) == true);
        Assert.All(rows, r => Assert.True(r.OddsRatio is null or (> 0.01 and < 100)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(200)]
    public void Without_both_outcomes_nothing_is_estimated(long events)
    {
        IReadOnlyList<AttributionResult> rows = Rows([Tier], (0, [0], 200, events), (1, [1], 200, events));
        Assert.All(rows, r => Assert.True(r is { OddsRatio: null, NotEstimable: not null }));
        Assert.NotEmpty(rows);
    }

    [Fact]
    public void An_arm_without_events_leaves_the_features_estimable()
    {
        AttributionResult row = Assert.Single(Rows([Tier], (0, [0], 200, 40), (0, [1], 200, 100), (1, [0], 10, 0), (1, [1], 10, 0)));
        Assert.Equal(4, row.OddsRatio!.Value, 1e-9);
    }

    private static IReadOnlyList<AttributionResult> Rows(IReadOnlyList<Feature> features, params (int Arm, int[] Levels, long Count, long Successes)[] patterns)
    {
        AnalysisInput input = new Campaign().Segment("a", (400, [140]), (400, [260])).Input();
        return ExperimentAnalyzer.Analyze(input with
        {
            FeatureTable = new(features, [Metric.ClickRate], [.. patterns.Select(p => new FeaturePattern(Campaign.Arm(p.Arm), p.Levels, p.Count, [p.Successes]))]),
        }).Attribution;
    }
}
