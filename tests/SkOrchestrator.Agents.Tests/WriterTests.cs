using Microsoft.Extensions.AI;
using SkOrchestrator.Agents.Tests.Doubles;
using SkOrchestrator.Messages;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Agents.Tests;

public sealed class WriterTests
{
    [Fact]
    [Requirement("3.5")]
    public async Task RejectedDraft_IsWrittenAgainWithItsProblems()
    {
        var model = Model(call => call.Write.Attempt == 1 ? Some.Draft(title: "Invented Title") : Some.Draft());
        using var rig = new Rig(model);

        var variant = (await rig.ConverseAsync(Some.Request(1, "urgent"))).Variants[0];

        Assert.Equal(["rejected", "accepted"], variant.Attempts.Select(a => a.Outcome));
        var problem = variant.Attempts[0].Problems.First(p => p.Severity == ProblemSeverity.Error);
        Assert.DoesNotContain(problem.Rule, model.Drafts[0].User, StringComparison.Ordinal);
        Assert.Contains($"{problem.Rule}: {problem.Message}", model.Drafts[1].User, StringComparison.Ordinal);
        Assert.Equal(variant.Attempts[0].Problems, model.Drafts[1].Write.Problems);
        Assert.Equal(VariantStatus.Approved, variant.Status);
        Assert.Equal((200, 40), (variant.Usage.InputTokens, variant.Usage.OutputTokens));
    }

    [Fact]
    [Requirement("3.5")]
    public async Task ExhaustedAttempts_FailTheVariantAndNothingOfItIsScreened()
    {
        var model = Model(call => call.Write.Tone == "urgent" ? Some.Draft(words: 40) : Some.Draft(call.Write.Tone));
        using var rig = new Rig(model);

        var conversation = await rig.ConverseAsync(Some.Request());

        var failed = conversation.Variants[0];
        Assert.Equal(VariantStatus.Failed, failed.Status);
        Assert.Equal(["rejected", "rejected", "rejected"], failed.Attempts.Select(a => a.Outcome));
        Assert.Equal(["", "", ""], [failed.Subject, failed.Preheader, failed.Body]);
        Assert.Equal(3, model.Drafts.Count(c => c.Write.Tone == "urgent"));
        Assert.Equal(["segment-1.informational", "segment-1.friendly"], rig.Classifier.Screened);
        Assert.Equal([VariantStatus.Failed, VariantStatus.Approved, VariantStatus.Approved], conversation.Variants.Select(v => v.Status));
        Assert.Contains(rig.Logs.Entries, e => e.Level == Microsoft.Extensions.Logging.LogLevel.Error && e.State.GetValueOrDefault("variantId") == "segment-1.urgent");
    }

    [Fact]
    public async Task AllExhausted_EndTheChatWithoutSafety()
    {
        using var rig = new Rig(Model(_ => "no JSON"));

        var conversation = await rig.ConverseAsync(Some.Request());

        Assert.All(conversation.Variants, v => Assert.All(v.Attempts, a => Assert.Equal("unreadable", a.Outcome)));
        Assert.DoesNotContain(conversation.Transcript, e => e.Speaker == "Safety agent");
        Assert.Contains(conversation.Transcript, e => e.Reason.Contains("nothing to screen", StringComparison.Ordinal));
        Assert.Empty(conversation.Decisions);
    }

    [Fact]
    [Requirement("3.5")]
    [Requirement("NFR-6")]
    public async Task ProviderThatFails_IsTriedThreeTimesAndRecorded()
    {
        var model = new ScriptedChatClient((call, _) => call.Task == TaskName.WriteMessage && call.Write.Tone == "friendly"
            ? throw new HttpRequestException("429 too many requests")
            : Task.FromResult(ScriptedChatClient.Answer(call.Task == TaskName.WriteMessage ? Some.Draft(call.Write.Tone) : "hiking")));
        using var rig = new Rig(model);

        var conversation = await rig.ConverseAsync(Some.Request());

        var failed = conversation.Variants[2];
        Assert.Equal(["error", "error", "error"], failed.Attempts.Select(a => a.Outcome));
        Assert.Equal("MODEL-ERROR", failed.Attempts[0].Problems[0].Rule);
        Assert.Contains("429 too many requests", failed.Attempts[0].Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal(ScriptedChatClient.ModelId, failed.Model);
        Assert.Empty(conversation.Failures);
        Assert.Equal([VariantStatus.Approved, VariantStatus.Approved, VariantStatus.Failed], conversation.Variants.Select(v => v.Status));
    }

    [Fact]
    public async Task ProviderTimeout_IsAFailedAttemptAndNotACancellation()
    {
        var model = new ScriptedChatClient((call, _) => call.Task == TaskName.WriteMessage && call.Write.Attempt == 1
            ? throw new TaskCanceledException("timed out")
            : Task.FromResult(ScriptedChatClient.Answer(call.Task == TaskName.WriteMessage ? Some.Draft() : "hiking")));
        using var rig = new Rig(model);

        var variant = (await rig.ConverseAsync(Some.Request(1, "urgent"))).Variants[0];

        Assert.Equal(["error", "accepted"], variant.Attempts.Select(a => a.Outcome));
    }

    public static TheoryData<string, string, int> Unusable => new()
    {
        { "length", "MODEL-CUT", 3 },
        { "content_filter", "CONTENT-FILTER", 1 },
        { "tool_calls", "MODEL-UNFINISHED", 3 },
        { "", "MODEL-UNFINISHED", 3 },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task AnswerThatIsNotFinished_IsNoDraftEvenIfItReadsLikeOne(string reason, string rule, int calls)
    {
        var model = new ScriptedChatClient((call, _) =>
        {
            var answer = ScriptedChatClient.Answer(call.Task == TaskName.WriteMessage ? Some.Draft() : "hiking");
            answer.FinishReason = call.Task != TaskName.WriteMessage ? ChatFinishReason.Stop : reason.Length == 0 ? null : new ChatFinishReason(reason);
            return Task.FromResult(answer);
        });
        using var rig = new Rig(model);

        var variant = (await rig.ConverseAsync(Some.Request(1, "urgent"))).Variants[0];

        Assert.Equal(VariantStatus.Failed, variant.Status);
        Assert.All(variant.Attempts, a => Assert.Equal(("error", rule), (a.Outcome, a.Problems[0].Rule)));
        Assert.Equal(calls, model.Drafts.Count);
    }

    [Fact]
    public async Task Refusal_IsNoDraft()
    {
        var model = new ScriptedChatClient((call, _) =>
        {
            var answer = ScriptedChatClient.Answer(call.Task == TaskName.WriteMessage ? Some.Draft() : "hiking");
            if (call.Task == TaskName.WriteMessage)
            {
                answer.Messages[0].Contents.Add(new ErrorContent("I can't help with that") { ErrorCode = "Refusal" });
            }

            return Task.FromResult(answer);
        });
        using var rig = new Rig(model);

        var variant = (await rig.ConverseAsync(Some.Request(1, "urgent"))).Variants[0];

        Assert.Equal((VariantStatus.Failed, "MODEL-REFUSED"), (variant.Status, variant.Attempts[^1].Problems[0].Rule));
    }

    [Fact]
    public async Task TwoMessagesThatAreAlike_CarryAWarning()
    {
        using var rig = new Rig(Model(_ => Some.Draft("same")));

        var variants = (await rig.ConverseAsync(Some.Request())).Variants;

        Assert.DoesNotContain(variants[0].Attempts[^1].Problems, p => p.Rule == "DISTINCT");
        Assert.Contains(variants[1].Attempts[^1].Problems, p => p.Rule == "DISTINCT");
        Assert.Equal(2, variants[2].Attempts[^1].Problems.Count(p => p.Rule == "DISTINCT"));
        Assert.All(variants, v => Assert.Equal(VariantStatus.Approved, v.Status));
    }

    [Fact]
    [Requirement("NFR-11")]
    [Requirement("8.1")]
    public async Task EditedPrompt_ReachesTheModelWithoutABuild()
    {
        using var folder = new PromptFolder();
        folder.Replace("writer/write_urgent.yaml", "You write marketing e-mails", "You write cheerful e-mails");
        var model = Rig.GoodModel();
        using var rig = new Rig(model, prompts: folder.Path);

        await rig.ConverseAsync(Some.Request(1, "urgent"));

        Assert.Contains("You write cheerful e-mails", model.Drafts[0].System, StringComparison.Ordinal);
    }

    private static ScriptedChatClient Model(Func<ReceivedCall, string> draft) => new(call => call.Task == TaskName.WriteMessage ? draft(call) : "hiking");
}
