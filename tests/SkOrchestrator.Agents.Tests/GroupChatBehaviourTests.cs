using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Agents.AI;
using Microsoft.Agents.AI.Workflows;
using Microsoft.Extensions.AI;
using SkOrchestrator.Agents.Conversation;

namespace SkOrchestrator.Agents.Tests;

/// <summary>What the framework does, and that the runner and the manager make up for it. An upgrade that changes the framework shows here.</summary>
public sealed class GroupChatBehaviourTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ChatMessage Opening => new(ChatRole.User, "go");

    [Fact]
    public async Task Framework_SameSpeakerTwice_EndsTheChatWithoutAnError()
    {
        var (one, two) = (new TalkingAgent("one"), new TalkingAgent("two"));

        var messages = await GroupChatRunner.RunAsync(Build(new PickingManager(_ => one), one, two), Opening, Token);

        Assert.Equal(["go", "one speaks"], messages.Select(m => m.Text));
    }

    [Fact]
    public async Task Framework_Stranger_EndsTheChatWithoutAnError()
    {
        var (one, two) = (new TalkingAgent("one"), new TalkingAgent("two"));

        var messages = await GroupChatRunner.RunAsync(Build(new PickingManager(_ => new TalkingAgent("stranger")), one, two), Opening, Token);

        Assert.Equal(["go"], messages.Select(m => m.Text));
    }

    [Fact]
    public async Task Framework_WithoutATurnToken_TheRunEndsWithNoOutputAndNoError()
    {
        var (one, two) = (new TalkingAgent("one"), new TalkingAgent("two"));
        await using var run = await InProcessExecution.Lockstep.RunStreamingAsync(
            Build(new PickingManager(turn => turn % 2 == 0 ? one : two), one, two), new List<ChatMessage> { Opening }, cancellationToken: Token);
        var events = new List<WorkflowEvent>();

        await foreach (var happened in run.WatchStreamAsync(Token))
        {
            events.Add(happened);
        }

        Assert.DoesNotContain(events, e => e is WorkflowOutputEvent or WorkflowErrorEvent or ExecutorFailedEvent);
    }

    [Fact]
    public async Task Framework_TwoAgentsWithTheSameId_AreRefused()
    {
        var (one, same) = (new TalkingAgent("one"), new TalkingAgent("one"));

        await Assert.ThrowsAnyAsync<Exception>(() => GroupChatRunner.RunAsync(Build(new PickingManager(_ => one), one, same), Opening, Token));
    }

    [Fact]
    public async Task Runner_AgentThatThrows_NamesTheAgentAndUnwrapsTheCause()
    {
        var (one, two) = (new TalkingAgent("one"), new TalkingAgent("two", () => throw new FormatException("broken")));

        var error = await Assert.ThrowsAsync<AgentFailedException>(() =>
            GroupChatRunner.RunAsync(Build(new PickingManager(turn => turn % 2 == 0 ? one : two), one, two), Opening, Token));

        Assert.EndsWith("_two", error.Agent, StringComparison.Ordinal);
        Assert.Equal("broken", Assert.IsType<FormatException>(error.InnerException).Message);
    }

    [Fact]
    public async Task Runner_ManagerThatThrows_IsAFailure()
    {
        var (one, two) = (new TalkingAgent("one"), new TalkingAgent("two"));

        var error = await Assert.ThrowsAsync<AgentFailedException>(() =>
            GroupChatRunner.RunAsync(Build(new PickingManager(_ => throw new FormatException("no choice")), one, two), Opening, Token));

        Assert.IsType<FormatException>(error.InnerException);
    }

    [Fact]
    public async Task Manager_AgentThatLeavesItsPartUndone_IsAnErrorAndNotASilentEnd()
    {
        var agents = new AIAgent[] { new TalkingAgent("retrieval"), new TalkingAgent("writer"), new TalkingAgent("safety") };
        var workspace = new SegmentWorkspace(Some.Request());
        var workflow = AgentWorkflowBuilder.CreateGroupChatBuilderWith(participants => new CampaignChatManager(workspace, participants)).AddParticipants(agents).Build();

        var error = await Assert.ThrowsAsync<AgentFailedException>(() => GroupChatRunner.RunAsync(workflow, Opening, Token));

        Assert.Contains("retrieval spoke without finishing its part", error.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runner_Cancelled_Throws()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var one = new TalkingAgent("one", source.Cancel);
        var two = new TalkingAgent("two");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            GroupChatRunner.RunAsync(Build(new PickingManager(turn => turn % 2 == 0 ? one : two), one, two), Opening, source.Token));
    }

    private static Workflow Build(GroupChatManager manager, params AIAgent[] agents) =>
        AgentWorkflowBuilder.CreateGroupChatBuilderWith(_ => manager).AddParticipants(agents).Build();

    private sealed class PickingManager(Func<int, AIAgent> pick) : GroupChatManager
    {
        protected override ValueTask<AIAgent> SelectNextAgentAsync(IReadOnlyList<ChatMessage> history, CancellationToken cancellationToken = default) => new(pick(IterationCount));

        protected override ValueTask<bool> ShouldTerminateAsync(IReadOnlyList<ChatMessage> history, CancellationToken cancellationToken = default) => new(IterationCount >= 4);
    }

    private sealed class TalkingAgent(string id, Action? act = null) : AIAgent
    {
        public override string Name => id;

        protected override string IdCore => id;

        protected override Task<AgentResponse> RunCoreAsync(
            IEnumerable<ChatMessage> messages, AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default)
        {
            act?.Invoke();
            return Task.FromResult(new AgentResponse(new ChatMessage(ChatRole.Assistant, $"{id} speaks") { AuthorName = id }));
        }

        protected override async IAsyncEnumerable<AgentResponseUpdate> RunCoreStreamingAsync(
            IEnumerable<ChatMessage> messages, AgentSession? session = null, AgentRunOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (var update in (await RunCoreAsync(messages, session, options, cancellationToken)).ToAgentResponseUpdates())
            {
                yield return update;
            }
        }

        protected override ValueTask<AgentSession> CreateSessionCoreAsync(CancellationToken cancellationToken = default) => new(new Session());

        protected override ValueTask<JsonElement> SerializeSessionCoreAsync(AgentSession session, JsonSerializerOptions? jsonSerializerOptions = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        protected override ValueTask<AgentSession> DeserializeSessionCoreAsync(JsonElement serializedState, JsonSerializerOptions? jsonSerializerOptions = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        private sealed class Session : AgentSession;
    }
}
