using System.Diagnostics;
using Microsoft.Agents.AI;
using Microsoft.Agents.AI.Workflows;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using SkOrchestrator.Agents.Facts;
using SkOrchestrator.Agents.Invocation;
using SkOrchestrator.Agents.Retrieval;
using SkOrchestrator.Agents.Safety;
using SkOrchestrator.Agents.Telemetry;
using SkOrchestrator.Agents.Writing;
using SkOrchestrator.Messages;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Agents.Conversation;

/// <summary>Holds one group chat: three agents, one manager, one workspace. A failure ends this chat and is reported in its result.</summary>
internal sealed class SegmentChat(Kernel kernel, VariantBuilder builder, SafetyAdviser? adviser, AgentLoggers loggers, TimeProvider time)
{
    /// <summary>The name that opens and closes every chat.</summary>
    public const string ManagerName = "Campaign manager";

    public async Task<SegmentConversation> RunAsync(ConversationRequest request, Action<string> spoke, CancellationToken cancellationToken)
    {
        using var span = AgentTelemetry.Source.StartActivity(SpanName.Conversation);
        span?.SetTag(TagName.SegmentId, request.SegmentId.Value);
        var workspace = new SegmentWorkspace(request) { Span = Activity.Current?.Context ?? default };
        var scoped = new CallContext { SegmentId = request.SegmentId.Value }.Apply(kernel);
        AIAgent[] agents =
        [
            new RetrievalAgent(scoped, workspace, time, spoke),
            new WriterAgent(scoped, workspace, time, spoke),
            new SafetyAgent(scoped, workspace, adviser, time, spoke),
        ];
        workspace.Reason = "The campaign asks for it.";
        var opening = Opening(request);
        workspace.Say(ManagerName, [opening]);
        try
        {
            var workflow = AgentWorkflowBuilder.CreateGroupChatBuilderWith(participants => new CampaignChatManager(workspace, participants))
                .AddParticipants(agents)
                .WithName(request.SegmentId.Value)
                .Build();
            var message = new ChatMessage(ChatRole.User, opening) { AuthorName = ManagerName };
            await GroupChatRunner.RunAsync(workflow, message, cancellationToken).ConfigureAwait(false);
        }
        catch (AgentFailedException failed)
        {
            Report(workspace, agents, failed);
        }

        return Result(workspace);
    }

    private static string Opening(ConversationRequest request)
    {
        var tones = string.Join(", ", request.Arms.Select(a => a.Tone));
        return request.Segment is { } segment
            ? $"Please prepare messages for “{segment.Label}”{Size(segment)} in these tones: {tones}."
            : $"Please prepare the control message for everyone, in this tone: {tones}.";
    }

    private static string Size(Segment segment) => segment.IsBelowPrivacyMinimum ? string.Empty : $" ({FactText.Count(segment.Size, "customer")})";

    private void Report(SegmentWorkspace workspace, AIAgent[] agents, AgentFailedException failed)
    {
        var culprit = agents.FirstOrDefault(a => failed.Agent.EndsWith($"_{a.Id}", StringComparison.Ordinal));
        var name = culprit?.Id ?? failed.Agent;
        var cause = failed.InnerException!;
        Log.AgentFailed(loggers.System, name, "converse", workspace.Request.SegmentId.Value, cause.GetType().Name, cause);
        workspace.Failures.Add(new AgentFailure(name, cause));
        workspace.Reason = "The chat can't go on without this agent.";
        workspace.Say(ManagerName, [$"{culprit?.Name ?? failed.Agent} failed with {cause.GetType().Name}. What has no verdict is not sent; the other segments go on."]);
    }

    private SegmentConversation Result(SegmentWorkspace workspace)
    {
        var outcome = new VariantOutcome(builder, time);
        var variants = outcome.Settle(workspace);
        if (workspace.Failures.Count == 0)
        {
            int Count(VariantStatus status) => variants.Count(v => v.Status == status);
            workspace.Say(ManagerName, [FormattableString.Invariant(
                $"Thank you. {Count(VariantStatus.Approved)} approved, {Count(VariantStatus.Blocked)} blocked, {Count(VariantStatus.Failed)} failed.")]);
        }

        return new SegmentConversation
        {
            SegmentId = workspace.Request.SegmentId,
            Segment = workspace.Request.Segment,
            Retrievals = workspace.Retrievals ?? [],
            Variants = variants,
            Decisions = [.. workspace.Decisions],
            Timings = [.. workspace.Timings],
            Transcript = [.. workspace.Transcript],
            Failures = [.. workspace.Failures],
        };
    }
}
