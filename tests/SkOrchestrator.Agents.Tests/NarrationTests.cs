using SkOrchestrator.Agents.Experiment;
using SkOrchestrator.Agents.Facts;
using SkOrchestrator.Agents.Segmentation;
using SkOrchestrator.Agents.Tests.Doubles;

namespace SkOrchestrator.Agents.Tests;

public sealed class NarrationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Narration_WithNumbersOfTheFacts_IsTaken()
    {
        const string Text = "Treatment-1 stands at a lift of 20.2% (−19.0% to 82.1%), adjusted p 0.374; control had 31 of 125 clicks.";
        using var rig = new Rig(new ScriptedChatClient(_ => Text));

        Assert.Equal(Text, await rig.Agents.NarrateAsync(Some.Analysis(), [Some.Segment()], Token));
    }

    [Theory]
    [InlineData("The lift is 26.3%.")]
    [InlineData("The lift is 20%.")]
    [InlineData("Clicks doubled.")]
    [InlineData("About ½ of all customers clicked.")]
    [InlineData("A lift of ２０.２%.")]
    [InlineData("Revenue rose by $1,240.")]
    [InlineData("Some fifty customers clicked.")]
    public async Task Narration_WithAnInventedNumber_IsReplacedByTheFacts(string text)
    {
        using var rig = new Rig(new ScriptedChatClient(_ => text));

        var narration = await rig.Agents.NarrateAsync(Some.Analysis(), [Some.Segment()], Token);

        Assert.DoesNotContain(text, narration, StringComparison.Ordinal);
        Assert.Contains("- click_rate, all, treatment-1: lift 20.2% (-19.0% to 82.1%), adjusted p 0.374, not significant", narration, StringComparison.Ordinal);
        Assert.Contains("- click_rate, segment-1, treatment-2: not estimable: no clicks in control", narration, StringComparison.Ordinal);
        Assert.Contains(rig.Logs.Entries, e => e is { Category: "SkOrchestrator.Experiment" } && e.State["agent"] == "experiment");
    }

    [Fact]
    public async Task Narration_ProviderDown_IsThePlainFacts()
    {
        using var rig = new Rig(new ScriptedChatClient((_, _) => throw new HttpRequestException("down")));

        Assert.Contains("Status: inconclusive", await rig.Agents.NarrateAsync(Some.Analysis(), [Some.Segment()], Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Narration_OfASimulationThatDoesNotSaySo_IsReplacedByTheFacts()
    {
        using var rig = new Rig(new ScriptedChatClient(_ => "Treatment-1 stands at a lift of 20.2%."));

        var narration = await rig.Agents.NarrateAsync(Some.Analysis("simulated"), [Some.Segment()], Token);

        Assert.StartsWith("Engagement: SIMULATED. Status: simulated.", narration, StringComparison.Ordinal);
    }

    [Fact]
    public void SimulatedFacts_CallNothingSignificant()
    {
        var facts = ResultFacts.Of(Some.Analysis("simulated"), [Some.Segment()]);

        Assert.DoesNotContain(facts.Lines, l => l.Contains("significant", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("NFR-7")]
    public async Task SegmentBelowThePrivacyMinimum_IsNeverPutIntoAPrompt()
    {
        var model = new ScriptedChatClient(_ => "118 customers (26.3%) who order 8.3 times a year.");
        using var rig = new Rig(model);
        var small = Some.Segment() with { IsBelowPrivacyMinimum = true };

        var segment = Assert.Single(await rig.Agents.DescribeSegmentsAsync([small], Token));

        Assert.Equal(small.Description, segment.Description);
        Assert.Empty(model.Calls);
    }

    [Fact]
    public async Task Description_WithTheSegmentsNumbers_IsTaken()
    {
        const string Text = "118 customers (26.3%) who order 8.3 times a year; 62% like hiking best.";
        using var rig = new Rig(new ScriptedChatClient(_ => Text));

        var segment = Assert.Single(await rig.Agents.DescribeSegmentsAsync([Some.Segment()], Token));

        Assert.Equal(Text, segment.Description);
        Assert.Equal("Frequent hikers", segment.Label);
    }

    [Theory]
    [InlineData("They earn 90000 a year.")]
    [InlineData("Ninety in a hundred are rich.")]
    [InlineData("One line\nand another")]
    [InlineData("")]
    public async Task Description_WithOtherNumbersOrShape_LeavesTheComputedOne(string text)
    {
        using var rig = new Rig(new ScriptedChatClient(_ => text));

        var segment = Assert.Single(await rig.Agents.DescribeSegmentsAsync([Some.Segment()], Token));

        Assert.Equal("They order often.", segment.Description);
    }

    [Fact]
    public void SegmentFacts_SayFeaturesInWords()
    {
        var facts = SegmentFacts.Of(Some.Segment());

        Assert.Equal("orders a year: 8.3 vs 3.9\nfavourite category hiking: 62% vs 20%", facts.Features);
        Assert.Equal(("118", "26.3%"), (facts.Size, facts.Share));
    }

    [Theory]
    [InlineData("treatment-1 and segment-2 of autumn-trails-2026", new string[0])]
    [InlineData("1,240 customers, 0.050", new string[0])]
    [InlineData("1240.5", new[] { "1240.5" })]
    [InlineData("-5% and +5%", new string[0])]
    [InlineData("two arms", new[] { "two" })]
    public void NumberCheck_FindsWhatTheFactsDoNotHold(string text, string[] unknown)
    {
        Assert.Equal(unknown, NumberCheck.FindUnknown(text, ["1240 customers", "p 0.05", "5.0%"]));
    }
}
