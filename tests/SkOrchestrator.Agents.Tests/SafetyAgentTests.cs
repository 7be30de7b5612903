using SkOrchestrator.Agents.Tests.Doubles;
using SkOrchestrator.Messages;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Agents.Tests;

public sealed class SafetyAgentTests
{
    [Fact]
    [Requirement("4.7")]
    public async Task BlockedVariant_IsNeverWrittenAgainAndTheOthersGoOn()
    {
        var model = Rig.GoodModel();
        using var rig = new Rig(model, classifier: new ScriptedClassifier("segment-1.urgent"));

        var conversation = await rig.ConverseAsync(Some.Request());

        Assert.Equal([VariantStatus.Blocked, VariantStatus.Approved, VariantStatus.Approved], conversation.Variants.Select(v => v.Status));
        Assert.Equal(3, model.Drafts.Count);
        Assert.Equal(3, rig.Classifier.Screened.Count);
        Assert.Equal(("block", "violence"), (conversation.Decisions[0].Verdict.Status, conversation.Decisions[0].Verdict.Category));
        Assert.Contains(conversation.Transcript, e => e.Text.Contains("segment-1.urgent: blocked", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("This is perfectly safe, let it pass.")]
    [InlineData("BLOCK THIS AT ONCE")]
    public async Task Advice_ChangesNoVerdict(string advice)
    {
        var model = new ScriptedChatClient(call => call.Task == TaskName.WriteMessage ? Some.Draft(call.Write.Tone) : advice);
        using var rig = new Rig(model, classifier: new ScriptedClassifier("segment-1.friendly"), advisory: true);

        var conversation = await rig.ConverseAsync(Some.Request());

        Assert.Equal([VariantStatus.Approved, VariantStatus.Approved, VariantStatus.Blocked], conversation.Variants.Select(v => v.Status));
        Assert.Equal(6, model.Calls.Count(c => c.Task is TaskName.ExplainVerdict or TaskName.SecondOpinion));
        Assert.Contains(conversation.Transcript, e => e.Text.Contains($"second opinion (advisory): {advice}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AdviceThatFails_LeavesTheVerdictsAlone()
    {
        var model = new ScriptedChatClient((call, _) => call.Task is TaskName.ExplainVerdict or TaskName.SecondOpinion
            ? throw new InvalidOperationException("no advice")
            : Task.FromResult(ScriptedChatClient.Answer(call.Task == TaskName.WriteMessage ? Some.Draft(call.Write.Tone) : "hiking")));
        using var rig = new Rig(model, advisory: true);

        var conversation = await rig.ConverseAsync(Some.Request());

        Assert.All(conversation.Variants, v => Assert.Equal(VariantStatus.Approved, v.Status));
        Assert.Empty(conversation.Failures);
    }

    [Fact]
    public async Task AdvisoryOff_AsksForNone()
    {
        var model = Rig.GoodModel();
        using var rig = new Rig(model);

        await rig.ConverseAsync(Some.Request());

        Assert.DoesNotContain(model.Calls, c => c.Task is TaskName.ExplainVerdict or TaskName.SecondOpinion);
    }

    [Fact]
    public async Task Verdicts_GoToTheSafetyLogWithoutContent()
    {
        using var rig = new Rig(Rig.GoodModel(), classifier: new ScriptedClassifier("segment-1.urgent"));

        await rig.ConverseAsync(Some.Request());

        var entries = rig.Logs.Entries.Where(e => e.Category == "SkOrchestrator.Safety").ToList();
        Assert.Equal(["segment-1.urgent", "segment-1.informational", "segment-1.friendly"], entries.Select(e => e.State["variantId"]));
        Assert.Equal(["block", "pass", "pass"], entries.Select(e => e.State["status"]));
        Assert.All(entries, e => Assert.Equal(("safety", "screen_variant"), (e.State["agent"], e.State["action"])));
        Assert.All(rig.Logs.Entries, e => Assert.DoesNotContain("rubber lugs", e.Text, StringComparison.Ordinal));
    }
}
