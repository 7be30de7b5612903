using SkOrchestrator.Data.Configuration;
using SkOrchestrator.Safety;

namespace SkOrchestrator.Data.Tests.Configuration;

[Requirement("8.2")]
public class SafetyReaderTests
{
    private const string File = "safety_thresholds.yaml";

    [Theory]
    [InlineData("self_harm: { block_at: 4, review_at: 1 }")]
    [InlineData("SelfHarm: { block_at: 4, review_at: 1 }")]
    [InlineData("self-harm: { block_at: 4, review_at: 1 }")]
    [InlineData("categories: { selfharm: { block_at: 4, review_at: 1 } }")]
    public void Category_is_known_in_any_spelling_and_place(string yaml)
    {
        using var folder = new ConfigurationFolder();
        folder.Write(File, yaml);

        Assert.Equal(new CategoryThreshold(4, 1), folder.Load().Safety.Categories[SafetyCategory.SelfHarm]);
    }

    [Fact]
    public void Missing_category_keeps_the_strict_default()
    {
        using var folder = new ConfigurationFolder();
        folder.Write(File, "violence: { block_at: 2 }\nblocklist: [red flag]");

        var safety = folder.Load().Safety;

        Assert.Equal(4, safety.Categories.Count);
        Assert.Equal(new CategoryThreshold(6, 2), safety.Categories[SafetyCategory.Hate]);
        Assert.Equal(new CategoryThreshold(2, 2), safety.Categories[SafetyCategory.Violence]);
        Assert.Equal(["red flag"], safety.Blocklist);
    }

    [Theory]
    [InlineData("hate: { block_at: 8 }", "CFG008")]
    [InlineData("hate: { block_at: -1 }", "CFG008")]
    [InlineData("hate: { block_at: 4.5 }", "CFG008")]
    [InlineData("hate: { block_at: medium }", "CFG006")]
    [InlineData("hate: 6", "CFG006")]
    [InlineData("hate: { block_at: 3, review_at: 4 }", "CFG010")]
    [InlineData("hate: { blocks_at: 3 }", "CFG005")]
    [InlineData("hatred: { block_at: 3 }", "CFG005")]
    [InlineData("categories: { violense: { block_at: 3 } }", "CFG005")]
    [InlineData("hate: { block_at: 3 }\nHate: { block_at: 7 }", "CFG004")]
    [InlineData("hate: { block_at: 3 }\ncategories: { hate: { block_at: 7 } }", "CFG004")]
    [InlineData("blocklist: danger", "CFG006")]
    [InlineData("blocklist: ['']", "CFG007")]
    public void Wrong_threshold_is_refused_with_its_code(string yaml, string code)
    {
        using var folder = new ConfigurationFolder();
        folder.Write(File, yaml);

        Assert.Equal(code, Assert.Single(folder.Problems()).Code);
    }
}
