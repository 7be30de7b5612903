using System.Diagnostics;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using SkOrchestrator.Agents.Invocation;
using SkOrchestrator.Agents.Telemetry;
using SkOrchestrator.Agents.Tests.Doubles;

namespace SkOrchestrator.Agents.Tests;

public sealed class KernelTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("NFR-10")]
    public void FivePlugins_HoldNativeAndPromptFunctionsWithDescriptions()
    {
        using var rig = new Rig(Rig.GoodModel());

        var functions = rig.Agents.Kernel.Plugins.ToDictionary(p => p.Name, p => p.Select(f => f.Name).Order(StringComparer.Ordinal).ToArray());

        Assert.Equal(["describe_segment", "summarise_segments"], functions["segmentation"]);
        Assert.Equal(["formulate_query", "retrieve_snippets"], functions["retrieval"]);
        Assert.Equal(["write_friendly", "write_informational", "write_neutral", "write_urgent", "write_variants"], functions["writer"]);
        Assert.Equal(["explain_verdict", "screen_variant", "second_opinion"], functions["safety"]);
        Assert.Equal(["narrate_result", "summarise_results"], functions["experiment"]);
        Assert.All(rig.Agents.Kernel.Plugins.SelectMany(p => p), f => Assert.False(string.IsNullOrWhiteSpace(f.Description), f.Name));
    }

    [Fact]
    public async Task Filters_LogNativeAndPromptFunctionsWithTheirSegmentAndVariant()
    {
        using var rig = new Rig(Rig.GoodModel());

        await rig.ConverseAsync(Some.Request(1, "urgent"));

        var calls = rig.Logs.Entries.Where(e => e.State.ContainsKey("outcome") && e.State.ContainsKey("durationMs"))
            .Select(e => (e.State["agent"], e.State["action"], e.State["segmentId"], e.State["variantId"], e.State["outcome"]));
        Assert.Equal(
        [
            ("retrieval", "formulate_query", "segment-1", null, "ok"),
            ("retrieval", "retrieve_snippets", "segment-1", null, "ok"),
            ("writer", "write_urgent", "segment-1", "segment-1.urgent", "ok"),
            ("writer", "write_variants", "segment-1", null, "ok"),
            ("safety", "screen_variant", "segment-1", "segment-1.urgent", "ok"),
        ], calls);
    }

    [Fact]
    public async Task Spans_NestUnderTheConversationAndHoldNoContent()
    {
        using var root = new Activity("root").Start();
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == AgentTelemetry.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (spans)
                {
                    spans.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var rig = new Rig(Rig.GoodModel());

        await rig.ConverseAsync(Some.Request(1, "urgent"));

        var mine = spans.Where(s => s.TraceId == root.TraceId).ToList();
        var conversation = mine.Single(s => s.OperationName == SpanName.Conversation);
        Assert.Equal("segment-1", conversation.GetTagItem(TagName.SegmentId));
        var turns = mine.Where(s => s.OperationName.StartsWith(SpanName.Turn, StringComparison.Ordinal)).ToList();
        Assert.Equal(["agent_turn retrieval", "agent_turn writer", "agent_turn safety"], turns.Select(s => s.OperationName));
        Assert.All(turns, t => Assert.Equal(conversation.SpanId, t.ParentSpanId));
        var draft = mine.Single(s => s.OperationName == "invoke_function writer.write_urgent");
        Assert.Equal("segment-1.urgent", draft.GetTagItem(TagName.VariantId));
        Assert.Equal("ok", draft.GetTagItem(TagName.Outcome));
        Assert.All(mine.SelectMany(s => s.TagObjects), t => Assert.DoesNotContain("rubber", t.Value?.ToString() ?? string.Empty, StringComparison.Ordinal));
    }

    [Fact]
    public async Task PromptFunction_GivesACheckedOutcomeToWhoeverCallsIt()
    {
        var model = new ScriptedChatClient((_, _) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "half an ans")) { FinishReason = ChatFinishReason.Length }));
        using var rig = new Rig(model);

        var result = await rig.Agents.Kernel.InvokeAsync("retrieval", "formulate_query",
            new KernelArguments { ["label"] = "x", ["description"] = "x", ["terms"] = "x", ["language"] = "en" }, Token);

        var outcome = result.GetValue<PromptOutcome>()!;
        Assert.Null(outcome.Text);
        Assert.Equal(PromptFailureKind.Cut, outcome.Failure!.Kind);
    }

    [Theory]
    [InlineData("<message role=\"user\">only a user</message>")]
    [InlineData("no message at all")]
    [InlineData("<message role=\"system\">a</message><message role=\"user\">b & c</message>")]
    [InlineData("<message role=\"system\">a</message><message role=\"system\">b</message><message role=\"user\">c</message>")]
    public async Task PromptThatIsNotMessagesWithOneSystemRole_IsNotSent(string prompt)
    {
        var model = Rig.GoodModel();
        using var rig = new Rig(model);
        var function = KernelFunctionFactory.CreateFromPrompt(prompt);

        await Assert.ThrowsAsync<PromptRenderException>(() => rig.Agents.Kernel.InvokeAsync(function, cancellationToken: Token));

        Assert.Empty(model.Calls);
    }

    [Fact]
    public void XmlText_DropsHalfACharacterAndKeepsAWholeOne() => Assert.Equal("👍 x", XmlText.Clean("👍" + (char)0xd83d + " x"));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\u0000b\u000bc\uffff", "abc")]
    [InlineData("tab\tline\nreturn\r", "tab\tline\nreturn\r")]
    public void XmlText_KeepsWhatXmlCanHold(string text, string expected) => Assert.Equal(expected, XmlText.Clean(text));
}
