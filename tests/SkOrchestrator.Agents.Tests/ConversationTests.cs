using Microsoft.Extensions.AI;
using SkOrchestrator.Agents.Conversation;
using SkOrchestrator.Agents.Tests.Doubles;
using SkOrchestrator.Configuration;
using SkOrchestrator.Diagnostics;
using SkOrchestrator.Identity;
using SkOrchestrator.Messages;
using SkOrchestrator.Retrieval;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Agents.Tests;

public sealed class ConversationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("3.1")]
    [Requirement("3.4")]
    [Requirement("4.1")]
    public async Task Segment_GetsOneScreenedMessagePerToneInOrder()
    {
        using var rig = new Rig(Rig.GoodModel());

        var conversation = await rig.ConverseAsync(Some.Request());

        Assert.Equal(["segment-1.urgent", "segment-1.informational", "segment-1.friendly"], conversation.Variants.Select(v => v.VariantId.Value));
        Assert.All(conversation.Variants, v => Assert.Equal(VariantStatus.Approved, v.Status));
        Assert.All(conversation.Variants, v => Assert.InRange(v.WordCount, 100, 200));
        Assert.Equal(3, conversation.Variants.Select(v => v.Body).Distinct().Count());
        Assert.Equal(conversation.Variants.Select(v => v.VariantId), conversation.Decisions.Select(d => d.Verdict.VariantId));
        Assert.Equal(["segment-1.urgent", "segment-1.informational", "segment-1.friendly"], rig.Classifier.Screened);
        Assert.Empty(conversation.Failures);
        Assert.Equal(["retrieve", "write", "check", "screen"], conversation.Timings.Select(t => t.Stage));
    }

    [Fact]
    [Requirement("3.6")]
    public async Task Variant_CarriesEverythingItCameFrom()
    {
        var snippets = new[]
        {
            Some.Snippet(cta: "https://elsewhere.example/boots", legal: "Sizes vary."),
            Some.Snippet(cta: "https://alderandwren.example/boots", legal: "Sizes vary."),
            Some.Snippet("Other", "Section", "https://alderandwren.example/other", "Not cited."),
        };
        var model = Rig.GoodModel();
        using var rig = new Rig(model, new ScriptedRetriever(snippets));

        var variant = (await rig.ConverseAsync(Some.Request(1, "urgent"))).Variants[0];

        Assert.Equal("writer/write_urgent", variant.PromptName);
        Assert.Equal(64, variant.PromptSha256.Length);
        Assert.Contains("<message role=\"system\">", variant.Prompt, StringComparison.Ordinal);
        Assert.Equal(ScriptedChatClient.ModelId, variant.Model);
        Assert.Equal(["DOC-Hiking-Boots", "DOC-Other"], variant.RetrievedIds.Select(d => d.Value));
        Assert.Equal("Grip and support", Assert.Single(variant.Citations).Section);
        Assert.Equal(["Sizes vary."], variant.LegalLines);
        Assert.Equal(new CallToAction("See the boots", "https://alderandwren.example/boots"), variant.CallToAction);
        Assert.Equal((100, 20), (variant.Usage.InputTokens, variant.Usage.OutputTokens));
        Assert.Equal(ContentHash.Of(variant.Subject, variant.Preheader, variant.Body), variant.ContentSha256);
        Assert.Equal(Some.Now, variant.CreatedAt);
        Assert.Equal("accepted", Assert.Single(variant.Attempts).Outcome);
    }

    [Fact]
    [Requirement("3.2")]
    public async Task Prompt_HoldsTheSegmentAndTheSnippets()
    {
        var model = Rig.GoodModel();
        using var rig = new Rig(model);

        await rig.ConverseAsync(Some.Request(1, "friendly"));

        var call = Assert.Single(model.Drafts);
        Assert.Contains("Frequent hikers", call.User, StringComparison.Ordinal);
        Assert.Contains("orders a year: 8.3 vs 3.9", call.User, StringComparison.Ordinal);
        Assert.Contains("favourite category hiking: 62% vs 20%", call.User, StringComparison.Ordinal);
        Assert.Contains("1. Hiking Boots | Grip and support | Deep rubber lugs", call.User, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_IsWrittenOnceNeutrallyFromGeneralContent()
    {
        var retriever = new ScriptedRetriever(Some.Snippet());
        using var rig = new Rig(Rig.GoodModel(), retriever);

        var conversation = await rig.ConverseAsync(ConversationRequest.ForControl(Some.Filters));

        var variant = Assert.Single(conversation.Variants);
        Assert.Equal(("control", "all", "control", "neutral"), (variant.VariantId.Value, variant.SegmentId.Value, variant.Arm.Value, variant.Tone));
        Assert.Equal(VariantStatus.Approved, variant.Status);
        Assert.All(retriever.Queries, q => Assert.Equal("general", q.Filters.Category));
    }

    [Fact]
    [Requirement("2.2")]
    public async Task Query_ComesFromTheSegmentAndIsMadePlain()
    {
        var retriever = new ScriptedRetriever(Some.Snippet());
        var model = new ScriptedChatClient(call =>
            call.Task == TaskName.FormulateQuery ? "hiking\" OR 1=1; boots* {gore-tex} <b>" : Some.Draft(call.Write.Tone));
        using var rig = new Rig(model, retriever);

        await rig.ConverseAsync(Some.Request());

        var query = Assert.Single(retriever.Queries);
        Assert.Equal("hiking OR 1 1 boots gore tex b", query.Text);
        Assert.Equal(["members"], query.Filters.Audiences);
        Assert.Contains("hiking boots", model.Calls[0].User, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("***")]
    [InlineData("")]
    public async Task Query_EmptyAfterCleaning_FallsBackToTheSegmentsTerms(string answer)
    {
        var retriever = new ScriptedRetriever(Some.Snippet());
        using var rig = new Rig(new ScriptedChatClient(call => call.Task == TaskName.FormulateQuery ? answer : Some.Draft(call.Write.Tone)), retriever);

        await rig.ConverseAsync(Some.Request());

        Assert.Equal("hiking boots", Assert.Single(retriever.Queries).Text);
    }

    [Fact]
    [Requirement("2.4")]
    public async Task Query_OfTheModelFindsNothing_IsFollowedByTheSegmentsTermsAndAWarning()
    {
        var retriever = new ScriptedRetriever(query => new RetrievalResult(query, Some.Now, query.Text == "nonsense", [Some.Snippet()]));
        using var rig = new Rig(new ScriptedChatClient(call => call.Task == TaskName.FormulateQuery ? "nonsense" : Some.Draft(call.Write.Tone)), retriever);

        var conversation = await rig.ConverseAsync(Some.Request());

        Assert.Equal(["nonsense", "hiking boots"], conversation.Retrievals.Select(r => r.Query.Text));
        Assert.Contains(rig.Logs.Entries, e => e.Level == Microsoft.Extensions.Logging.LogLevel.Warning && e.State["agent"] == "retrieval" && e.State["segmentId"] == "segment-1");
    }

    [Fact]
    public async Task NoSnippets_WriterIsSkippedAndEveryVariantFailsWithTheReason()
    {
        var model = Rig.GoodModel();
        using var rig = new Rig(model, new ScriptedRetriever());

        var conversation = await rig.ConverseAsync(Some.Request());

        Assert.Empty(model.Drafts);
        Assert.Equal(3, conversation.Variants.Count);
        Assert.All(conversation.Variants, v => Assert.Equal(VariantStatus.Failed, v.Status));
        Assert.All(conversation.Variants, v => Assert.Equal("NO-CONTENT", v.Attempts[0].Problems[0].Rule));
        Assert.Contains(conversation.Transcript, e => e.Reason.Contains("writer is skipped", StringComparison.Ordinal));
        Assert.Empty(rig.Classifier.Screened);
    }

    [Fact]
    [Requirement("NFR-6")]
    public async Task FailingAgent_IsReportedAndTheOtherSegmentsGoOn()
    {
        var retriever = new ScriptedRetriever(query => query.SegmentId.Value == "segment-2"
            ? throw new HttpRequestException("search is down")
            : new RetrievalResult(query, Some.Now, false, [Some.Snippet()]));
        using var rig = new Rig(Rig.GoodModel(), retriever);

        var conversations = await rig.Agents.ConverseAsync([Some.Request(1), Some.Request(2), Some.Request(3)], null, Token);

        Assert.Equal(["segment-1", "segment-2", "segment-3"], conversations.Select(c => c.SegmentId.Value));
        var failure = Assert.Single(conversations[1].Failures);
        Assert.Equal("retrieval", failure.Agent);
        Assert.IsType<HttpRequestException>(failure.Error);
        Assert.All(conversations[1].Variants, v => Assert.Equal((VariantStatus.Failed, "AGENT-FAILED"), (v.Status, v.Attempts[0].Problems[0].Rule)));
        Assert.Contains(conversations[1].Transcript, e => e.Text.Contains("Retrieval agent failed with HttpRequestException", StringComparison.Ordinal));
        Assert.Contains(rig.Logs.Entries, e => e.Level == Microsoft.Extensions.Logging.LogLevel.Error && e.State.GetValueOrDefault("segmentId") == "segment-2");
        Assert.All(new[] { conversations[0], conversations[2] }, c => Assert.All(c.Variants, v => Assert.Equal(VariantStatus.Approved, v.Status)));
    }

    [Fact]
    public async Task AgentThatTimesOut_IsAFailureAndNotACancellation()
    {
        using var rig = new Rig(Rig.GoodModel(), new ScriptedRetriever(_ => throw new TaskCanceledException("search timed out")));

        var conversation = await rig.ConverseAsync(Some.Request());

        Assert.IsType<TaskCanceledException>(Assert.Single(conversation.Failures).Error);
        Assert.All(conversation.Variants, v => Assert.Equal(VariantStatus.Failed, v.Status));
    }

    [Fact]
    public async Task WrittenButNotScreened_IsFailedAndItsTextIsDropped()
    {
        using var rig = new Rig(Rig.GoodModel());
        var workspace = new SegmentWorkspace(Some.Request());
        var conversation = await rig.ConverseAsync(Some.Request());
        workspace.Variants = [.. conversation.Variants.Select(v => v with { Status = VariantStatus.Failed })];
        workspace.Decisions.AddRange(conversation.Decisions.Take(1));

        var variants = new VariantOutcome(null!, rig.Time).Settle(workspace);

        Assert.Equal([VariantStatus.Approved, VariantStatus.Failed, VariantStatus.Failed], variants.Select(v => v.Status));
        Assert.All(variants.Skip(1), v => Assert.Equal(["", "", ""], [v.Subject, v.Preheader, v.Body]));
        Assert.All(variants.Skip(1), v => Assert.Equal(("error", "NOT-SCREENED"), (v.Attempts[^1].Outcome, v.Attempts[^1].Problems[^1].Rule)));
    }

    [Fact]
    public async Task Cancellation_EndsEverythingAndIsNotReportedAsAFailure()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var model = new ScriptedChatClient(async (call, token) =>
        {
            if (call.Task == TaskName.WriteMessage)
            {
                await source.CancelAsync();
                token.ThrowIfCancellationRequested();
            }

            return ScriptedChatClient.Answer("hiking");
        });
        using var rig = new Rig(model);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rig.Agents.ConverseAsync([Some.Request(1), Some.Request(2)], null, source.Token));

        Assert.Single(model.Drafts);
    }

    [Fact]
    public async Task Concurrency_AboveOne_KeepsTheOrderAndTheBound()
    {
        var under = 0;
        var most = 0;
        var together = new TaskCompletionSource();
        var model = new ScriptedChatClient(async (call, token) =>
        {
            var now = Interlocked.Increment(ref under);
            InterlockedMax(ref most, now);
            if (now == 3)
            {
                together.TrySetResult();
            }

            await together.Task.WaitAsync(token);
            await Task.Yield();
            Interlocked.Decrement(ref under);
            return ScriptedChatClient.Answer(call.Task == TaskName.WriteMessage ? Some.Draft(call.Write.Tone) : "hiking");
        });
        using var rig = new Rig(model, maxConcurrency: 3);

        var conversations = await rig.Agents.ConverseAsync([.. Enumerable.Range(1, 5).Select(n => Some.Request(n))], null, Token);

        Assert.Equal(3, most);
        Assert.Equal(Enumerable.Range(1, 5).Select(n => $"segment-{n}"), conversations.Select(c => c.SegmentId.Value));
        Assert.All(conversations, c => Assert.Equal(Some.Arms.Select(a => a.Tone), c.Variants.Select(v => v.Tone)));
        Assert.All(conversations, c => Assert.All(c.Variants, v => Assert.Equal(VariantStatus.Approved, v.Status)));
    }

    [Fact]
    public async Task SameInputs_GiveTheSameConversations()
    {
        async Task<string> RunAsync()
        {
            using var rig = new Rig(Rig.GoodModel(), advisory: true);
            var conversations = await rig.Agents.ConverseAsync([Some.Request(1), Some.Request(2), ConversationRequest.ForControl(Some.Filters)], null, Token);
            return System.Text.Json.JsonSerializer.Serialize(conversations.Select(c => new { c.Variants, c.Transcript }));
        }

        Assert.Equal(await RunAsync(), await RunAsync());
    }

    [Fact]
    public async Task Requests_ForTheSameSegmentTwice_AreRefused()
    {
        using var rig = new Rig(Rig.GoodModel());

        await Assert.ThrowsAsync<ArgumentException>(() => rig.Agents.ConverseAsync([Some.Request(1), Some.Request(1)], null, Token));
    }

    [Fact]
    public async Task Request_WithATonetwice_IsRefused()
    {
        using var rig = new Rig(Rig.GoodModel());
        TreatmentArm[] arms = [new(ArmId.Treatment(1), "urgent"), new(ArmId.Treatment(2), "urgent")];

        await Assert.ThrowsAsync<ArgumentException>(() => rig.Agents.ConverseAsync([ConversationRequest.ForSegment(Some.Segment(), arms, Some.Filters)], null, Token));
    }

    [Fact]
    public async Task Segments_WithTheSameLabel_StayApart()
    {
        using var rig = new Rig(Rig.GoodModel());

        var conversations = await rig.Agents.ConverseAsync([Some.Request(1), Some.Request(2)], null, Token);

        Assert.Equal(6, conversations.SelectMany(c => c.Variants).Select(v => v.VariantId).Distinct().Count());
    }

    [Fact]
    [Requirement("NFR-11")]
    public async Task Tone_WithoutAPrompt_IsAnErrorBeforeAnyCall()
    {
        var model = Rig.GoodModel();
        using var rig = new Rig(model);
        TreatmentArm[] arms = [new(ArmId.Treatment(1), "frendly")];

        var error = await Assert.ThrowsAsync<InvalidInputException>(() =>
            rig.Agents.ConverseAsync([ConversationRequest.ForSegment(Some.Segment(), arms, Some.Filters)], null, Token));

        var problem = Assert.Single(error.Diagnostics);
        Assert.Equal(("PRM019", "did you mean 'friendly'?"), (problem.Code, problem.Fix));
        Assert.Empty(model.Calls);
    }

    [Fact]
    public async Task Progress_CountsWhatIsDone()
    {
        var seen = new List<ConversationProgress>();
        using var rig = new Rig(Rig.GoodModel(), classifier: new ScriptedClassifier("segment-2.urgent"));

        await rig.Agents.ConverseAsync([Some.Request(1), Some.Request(2)], new Immediate(seen), Token);

        Assert.Equal(["retrieval", "writer", "safety", "done", "retrieval", "writer", "safety", "done"], seen.Select(p => p.Step));
        Assert.Equal((2, 2, 5, 1, 0), (seen[^1].Completed, seen[^1].Total, seen[^1].Approved, seen[^1].Blocked, seen[^1].Failed));
    }

    [Fact]
    public async Task Usage_AddsUpAllCalls()
    {
        using var rig = new Rig(Rig.GoodModel(), advisory: true);

        await rig.ConverseAsync(Some.Request());

        var usage = rig.Agents.Usage;
        Assert.Equal((10, 1, 3), (usage.ModelCalls, usage.SearchCalls, usage.SafetyCalls));
        Assert.Equal((1000, 200), (usage.InputTokens, usage.OutputTokens));
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while (value > (seen = Volatile.Read(ref target)) && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }

    private sealed class Immediate(List<ConversationProgress> seen) : IProgress<ConversationProgress>
    {
        public void Report(ConversationProgress value) => seen.Add(value);
    }
}
