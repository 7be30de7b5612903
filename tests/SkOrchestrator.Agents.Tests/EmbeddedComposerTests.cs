using SkOrchestrator.Agents.Tests.Doubles;
using SkOrchestrator.Embedded.Composition;

namespace SkOrchestrator.Agents.Tests;

/// <summary>The embedded composer behind the same functions that a model answers.</summary>
public sealed class EmbeddedComposerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Description_OfTheComposerHoldsOnlyTheSegmentsNumbers()
    {
        using var composer = new EmbeddedComposer();
        using var rig = new Rig(composer);

        var segment = Assert.Single(await rig.Agents.DescribeSegmentsAsync([Some.Segment()], Token));

        Assert.NotEqual(Some.Segment().Description, segment.Description);
        Assert.Contains("26.3%", segment.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("simulated")]
    [InlineData("historical")]
    public async Task Narration_OfTheComposerHoldsOnlyTheAnalysisNumbers(string source)
    {
        using var composer = new EmbeddedComposer();
        using var rig = new Rig(composer);

        var narration = await rig.Agents.NarrateAsync(Some.Analysis(source), [Some.Segment()], Token);

        Assert.DoesNotContain("\n- ", narration, StringComparison.Ordinal);
        Assert.Contains("20.2%", narration, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writer_IsNamedInVariantsAndTranscript()
    {
        using var composer = new EmbeddedComposer();
        using var rig = new Rig(composer, new ScriptedRetriever(Some.Snippet()), advisory: true);

        var conversation = await rig.ConverseAsync(Some.Request());

        Assert.Equal("embedded composer", rig.Agents.ModelName);
        Assert.All(conversation.Variants, v => Assert.Equal("embedded composer", v.Model));
        Assert.Contains(conversation.Transcript, e => e.Speaker == "Writer" && e.Text.Contains("written by: embedded composer", StringComparison.Ordinal));
        Assert.Empty(conversation.Failures);
    }
}
