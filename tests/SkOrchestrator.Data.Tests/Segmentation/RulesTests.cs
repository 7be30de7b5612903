using SkOrchestrator.Configuration;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Tests.Segmentation;

public sealed class RulesTests
{
    private const string Table = "tier VARCHAR, orders_12m DOUBLE";

    private static readonly string[] Rows =
    [
        "('gold-frequent', 'gold', 9)", "('gold-rare', 'gold', 1)", "('silver-frequent', 'silver', 9)", "('silver-rare', 'silver', 1)",
        "('unknown', NULL, NULL)", "('gold-unknown', 'gold', NULL)",
    ];

    private static readonly ColumnOptions[] Columns =
        [new("tier", ColumnRole.Categorical), new("orders_12m", ColumnRole.Numeric) { Name = "orders a year" }];

    private static readonly SegmentRule Gold = new(
        "Gold members", "Members of the gold tier", "gold", ["gold"], 3, [new("tier = 'gold'", 3), new("orders_12m >= 6", 1)]);

    private static readonly SegmentRule Frequent = new("Frequent buyers", string.Empty, null, [], 2, [new("orders_12m >= 6", 2)]);

    [Fact]
    [Requirement("1.4")]
    public void A_customer_who_fits_several_rules_goes_to_the_highest_score()
    {
        using var data = new SegmentationFixture(Table, Rows);

        var result = data.Run(Options(Frequent, Gold), Columns);

        Assert.Equal("Gold members", Label("gold-frequent"));
        Assert.Equal("Gold members", Label("gold-rare"));
        Assert.Equal("Gold members", Label("gold-unknown"));
        Assert.Equal("Frequent buyers", Label("silver-frequent"));
        Assert.Equal("Everyone else", Label("silver-rare"));
        Assert.Equal("Everyone else", Label("unknown"));

        string Label(string customer) =>
            result.Segments.Single(s => s.SegmentId.Value == data.Assignments().Single(a => a.Customer == customer).Segment).Label;
    }

    [Fact]
    [Requirement("1.2")]
    public void Confidence_compares_the_winner_with_the_runner_up()
    {
        using var data = new SegmentationFixture(Table, Rows);

        var result = data.Run(Options(Frequent, Gold), Columns);

        var assignments = data.Assignments().ToDictionary(a => a.Customer);
        Assert.Equal(0.6667, assignments["gold-frequent"].Confidence);
        Assert.Equal(result.Segments.Single(s => s.Label == "Frequent buyers").SegmentId.Value, assignments["gold-frequent"].RunnerUp);
        Assert.Equal("tier is gold; orders a year at least 6", assignments["gold-frequent"].Reason);
        Assert.Equal((1, null), (assignments["gold-rare"].Confidence, assignments["gold-rare"].RunnerUp));
        Assert.Equal((0.5, null, "fits no rule"), (assignments["unknown"].Confidence, assignments["unknown"].RunnerUp, assignments["unknown"].Reason));
    }

    [Fact]
    [Requirement("1.4")]
    public void Equal_scores_go_to_the_rule_nearer_to_its_maximum_and_then_to_the_first_in_the_file()
    {
        var half = new SegmentRule("Half", string.Empty, null, [], 1, [new("tier = 'gold'", 2), new("orders_12m > 100", 2)]);
        var whole = new SegmentRule("Whole", string.Empty, null, [], 1, [new("tier = 'gold'", 2)]);
        var again = whole with { Label = "Again" };
        using var data = new SegmentationFixture(Table, Rows);

        var result = data.Run(Options(half, whole, again), Columns);

        Assert.Equal(["Everyone else", "Whole"], result.Segments.Select(s => s.Label).Order(StringComparer.Ordinal));
        Assert.Equal(0.5, data.Assignments().Single(a => a.Customer == "gold-rare").Confidence);
        Assert.Contains("No customer is in the segment Half; it was left out.", result.Notes);
        Assert.Contains("There are 2 segments; three to five are usual.", result.Notes);
    }

    [Fact]
    [Requirement("1.3")]
    public void Segments_of_rules_keep_the_words_of_the_rule()
    {
        using var data = new SegmentationFixture(Table, Rows);

        var gold = data.Run(Options(Frequent, Gold), Columns).Segments.Single(s => s.Label == "Gold members");

        Assert.Equal("Members of the gold tier", gold.Description);
        Assert.Equal("rules", gold.Method);
        Assert.Equal(["gold", "general"], gold.Hooks);
        Assert.Equal("gold", gold.Terms[0]);
        Assert.Null(gold.Quality.Silhouette);
    }

    [Fact]
    public void Two_rules_of_one_label_are_told_apart()
    {
        using var data = new SegmentationFixture(Table, Rows);

        var result = data.Run(Options(Gold, Frequent with { Label = "gold members" }), Columns);

        Assert.Contains("gold members (2)", result.Segments.Select(s => s.Label));
    }

    [Fact]
    public void All_conditions_that_cannot_be_used_are_reported_at_once()
    {
        using var data = new SegmentationFixture(Table, Rows);
        var options = Options(
            Gold with { Conditions = [new("teir = 'gold'", 1), new("tier = ", 1), new("orders_12m", 1), new("CAST(tier AS INTEGER) > 3", 1)] },
            Frequent with { Conditions = [] }) with
        {
            File = "config/segmentation_config.yaml",
            Audiences = new Dictionary<string, string> { ["gold"] = "first_name = 'x'" },
        };

        var problems = Assert.Throws<InvalidInputException>(() => data.Run(options, Columns)).Diagnostics;

        Assert.Equal(["SEG004", "SEG002", "SEG002", "SEG003", "SEG003", "SEG003"], problems.Select(p => p.Code));
        Assert.All(problems, p => Assert.Equal("config/segmentation_config.yaml", p.File));
        Assert.Contains(problems, p => p.Found == "teir = 'gold'" && p.Fix == "did you mean tier?");
        Assert.Contains(problems, p => p.Expected == "one of customer_id, tier, orders_12m");
        Assert.DoesNotContain(problems, p => p.Message.Contains("silver", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("TRUE; DROP TABLE customers")]
    [InlineData("TRUE) OR (TRUE")]
    [InlineData("TRUE) FROM customers --")]
    [InlineData("tier IN (SELECT tier FROM customers)")]
    [InlineData("tier IN (FROM customers SELECT tier)")]
    [InlineData("orders_12m > (FROM read_text('secret'))")]
    [InlineData("random() < 0.5")]
    [InlineData("tier = 'gold' /* always */")]
    [InlineData("tier = 'gold")]
    [InlineData("(tier = 'gold'")]
    [InlineData("tier = E'\\'; DROP TABLE customers; --'")]
    [InlineData("tier = $$gold$$")]
    [InlineData("")]
    public void A_condition_is_a_single_expression(string condition)
    {
        using var data = new SegmentationFixture(Table, Rows);

        var options = new SegmentationOptions { Audiences = new Dictionary<string, string> { ["some"] = condition } };

        var problem = Assert.Single(Assert.Throws<InvalidInputException>(() => data.Run(options, Columns)).Diagnostics);
        Assert.Equal("SEG001", problem.Code);
        Assert.Equal(6, data.Query("SELECT count(*) FROM customers", r => r.GetInt64(0)).Single());
    }

    [Theory]
    [InlineData("tier IS DISTINCT FROM 'none; -- (SELECT'")]
    [InlineData("orders_12m BETWEEN 0 AND 1e3 OR orders_12m IS NULL")]
    [InlineData("\"tier\" IN ('gold', 'silver') OR tier IS NULL")]
    public void Ordinary_conditions_are_allowed(string condition)
    {
        using var data = new SegmentationFixture(Table, Rows);

        var options = new SegmentationOptions { Audiences = new Dictionary<string, string> { ["some"] = condition } };

        Assert.All(data.Run(options, Columns).Segments, s => Assert.Equal(["some"], s.Audiences));
    }

    [Fact]
    public void An_audience_belongs_to_a_segment_only_if_all_its_customers_fit()
    {
        using var data = new SegmentationFixture(Table, Rows);
        var options = Options(Frequent, Gold) with
        {
            Audiences = new Dictionary<string, string> { ["gold"] = "tier = 'gold'", ["active"] = "orders_12m > 0", ["members"] = "tier <> 'none'" },
        };

        var audiences = data.Run(options, Columns).Segments.ToDictionary(s => s.Label, s => s.Audiences);

        Assert.Equal(["gold", "members"], audiences["Gold members"]);
        Assert.Equal(["active", "members"], audiences["Frequent buyers"]);
        Assert.Empty(audiences["Everyone else"]);
    }

    private static SegmentationOptions Options(params SegmentRule[] rules) =>
        new() { Strategy = SegmentationStrategy.Rules, Rules = rules, MinimumGroup = 1 };
}
