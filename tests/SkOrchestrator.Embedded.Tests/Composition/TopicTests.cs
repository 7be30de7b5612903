using SkOrchestrator.Embedded.Composition;
namespace SkOrchestrator.Composition;

/// <summary>Headings become words of a sentence without hurting names.</summary>
public sealed class TopicTests
{
    [Theory]
    [InlineData("Garden Tools", "garden tools")]
    [InlineData("Trail Points Explained", "Trail Points explained")]
    [InlineData("About Fern & Field", "about Fern & Field")]
    [InlineData("How Points Work", "how points work")]
    [InlineData("Kit for 4", null)]
    public void A_heading_keeps_the_capitals_of_names_and_gives_none_where_it_holds_a_figure(string heading, string? expected)
    {
        var text = expected?.Contains("Points", StringComparison.Ordinal) == true
            ? "Members earn Trail Points in the shop and online."
            : "Members earn points in the shop. Points work everywhere.";

        Assert.Equal(expected, Topic.Of(heading, Some.WriteTask(snippets: [Some.Snippet("DOC-1", heading, "Section", text)])));
    }
}
