using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Configuration;

namespace SkOrchestrator.Data.Tests.Configuration;

[Requirement("8.6")]
public class SegmentationReaderTests
{
    private const string File = "segmentation_config.yaml";

    [Fact]
    public void Columns_keep_their_order_roles_and_words()
    {
        using var folder = new ConfigurationFolder();
        folder.Write(File,
            """
            columns:
              customer_id: id
              email: personal
              country: { role: country }
              language: { role: language, weight: 0.5 }
              orders: { role: numeric, weight: 2, name: orders a year, high: { adjective: frequent, noun: buyers, hook: frequent, terms: [points] } }
              tier: { role: categorical, values: { none: { adjective: new, noun: newcomers }, "no": { adjective: x, noun: y } } }
              app: { role: boolean, yes: { adjective: app-using, noun: app users }, no: { adjective: online, noun: visitors } }
              clicked: { role: label, metric: click_rate }
              past: { role: baseline, metric: click_rate }
            """);

        var columns = folder.Load().Segmentation.Columns;

        Assert.Equal(["customer_id", "email", "country", "language", "orders", "tier", "app", "clicked", "past"], columns.Select(c => c.Column));
        Assert.Equal(ColumnRole.Personal, columns[1].Role);
        Assert.Equal([0, 0.5, 2, 1, 1], columns.Skip(2).Take(5).Select(c => c.Weight));
        Assert.Equal("orders a year", columns[4].Name);
        Assert.Equal(["points"], columns[4].Traits["high"].Terms);
        Assert.Equal(["none", "no"], columns[5].Traits.Keys);
        Assert.Equal(["yes", "no"], columns[6].Traits.Keys);
        Assert.Equal(Metric.ClickRate, columns[7].Metric);
    }

    [Fact]
    public void Rules_are_read_in_order()
    {
        using var folder = new ConfigurationFolder();
        folder.Write(File,
            """
            strategy: rules
            rules:
              - { label: Gold, minimum_score: 2, hook: gold, terms: [gold], conditions: [{ when: "tier = 'gold'", weight: 2 }] }
              - { label: Others, description: All the others, conditions: [{ when: "true" }] }
            fallback: { label: Everyone else, hook: general, terms: [] }
            """);

        var options = folder.Load().Segmentation;

        Assert.Equal(SegmentationStrategy.Rules, options.Strategy);
        Assert.Equal(["Gold", "Others"], options.Rules.Select(r => r.Label));
        Assert.Equal(new RuleCondition("tier = 'gold'", 2), Assert.Single(options.Rules[0].Conditions));
        Assert.Equal(("Gold", "All the others"), (options.Rules[0].Description, options.Rules[1].Description));
    }

    [Theory]
    [InlineData("strategy: cluster", "CFG009")]
    [InlineData("clusters: { min: 1, max: 5 }", "CFG008")]
    [InlineData("clusters: { min: 3, max: 11 }", "CFG008")]
    [InlineData("clusters: { min: 5, max: 4 }", "CFG010")]
    [InlineData("clusters: { sample_size: 10 }", "CFG008")]
    [InlineData("privacy: { min_group: 1 }", "CFG008")]
    [InlineData("privacy: { min_size: 20 }", "CFG005")]
    [InlineData("audiences: { members: }", "CFG007")]
    [InlineData("audiences: { 'gold members': \"tier = 'gold'\" }", "CFG012")]
    [InlineData("audiences: [members]", "CFG006")]
    [InlineData("columns: { age: { role: nummeric } }", "CFG009")]
    [InlineData("columns: { age: { weight: 1 } }", "CFG007")]
    [InlineData("columns: { age: }", "CFG006")]
    [InlineData("columns: { age: { role: numeric, weight: -1 } }", "CFG008")]
    [InlineData("columns: { age: { role: numeric, values: {} } }", "CFG005")]
    [InlineData("columns: { age: { role: personal, weight: 1 } }", "CFG005")]
    [InlineData("columns: { age: numeric, Age: numeric }", "CFG004")]
    [InlineData("columns: { number: id }", "CFG010")]
    [InlineData("columns: { customer_id: numeric }", "CFG010")]
    [InlineData("columns: { a: email, b: email }", "CFG010")]
    [InlineData("columns: { a: { role: label, metric: click_rate }, b: { role: label, metric: click_rate } }", "CFG010")]
    [InlineData("columns: { a: { role: label } }", "CFG007")]
    [InlineData("columns: { a: { role: label, metric: clicks } }", "CFG009")]
    [InlineData("columns: { a: { role: numeric, high: { adjective: frequent } } }", "CFG007")]
    [InlineData("strategy: rules", "CFG007")]
    [InlineData("rules: []", "CFG008")]
    [InlineData("rules: [{ label: A, conditions: [] }]", "CFG007")]
    [InlineData("rules: [{ label: A, conditions: [{ when: x, weight: 0 }] }]", "CFG008")]
    [InlineData("rules: [{ label: A, minimum_score: 3, conditions: [{ when: x, weight: 2 }] }]", "CFG010")]
    [InlineData("rules: [{ label: A, conditions: [{ when: x }] }, { label: a, conditions: [{ when: y }] }]", "CFG004")]
    [InlineData("rules: [{ label: Everyone else, conditions: [{ when: x }] }]", "CFG004")]
    public void Wrong_value_is_refused_with_its_code(string yaml, string code)
    {
        using var folder = new ConfigurationFolder();
        folder.Write(File, yaml);

        var problem = Assert.Single(folder.Problems());

        Assert.Equal(code, problem.Code);
        Assert.NotNull(problem.Line);
    }

    [Fact]
    public void The_file_of_the_conditions_is_kept_for_messages()
    {
        using var folder = new ConfigurationFolder();

        Assert.Equal(folder.PathOf("segmentation_config.yaml"), folder.Load().Segmentation.File);
    }
}
