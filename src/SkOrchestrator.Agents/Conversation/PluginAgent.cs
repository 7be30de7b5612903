using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using SkOrchestrator.Agents.Telemetry;

namespace SkOrchestrator.Agents.Conversation;

/// <summary>
/// A participant of a group chat that wraps one plugin: its turn invokes the plugin's native function through the kernel, so that the filters run, puts the typed
/// result into the workspace and says in words what it did.
/// </summary>
internal abstract class PluginAgent(string name, string id, string description, Kernel kernel, SegmentWorkspace workspace, Action<string> spoke) : AIAgent
{
    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override string Description => description;

    /// <inheritdoc/>
    protected override string IdCore => id;

    protected Kernel Kernel => kernel;

    protected SegmentWorkspace Workspace => workspace;

    /// <summary>Does the agent's part and returns what it says.</summary>
    protected abstract Task<IReadOnlyList<string>> TakeTurnAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override async Task<AgentResponse> RunCoreAsync(
        IEnumerable<ChatMessage> messages, AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var span = AgentTelemetry.Source.StartActivity($"{SpanName.Turn} {id}", ActivityKind.Internal, workspace.Span);
        span?.SetTag(TagName.Agent, id);
        span?.SetTag(TagName.SegmentId, workspace.Request.SegmentId.Value);
        var lines = await TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        workspace.Say(name, lines);
        spoke(id);
        return new AgentResponse(new ChatMessage(ChatRole.Assistant, string.Join('\n', lines)) { AuthorName = name });
    }

    /// <inheritdoc/>
    protected override async IAsyncEnumerable<AgentResponseUpdate> RunCoreStreamingAsync(
        IEnumerable<ChatMessage> messages, AgentSession? session = null, AgentRunOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await RunCoreAsync(messages, session, options, cancellationToken).ConfigureAwait(false);
        foreach (var update in response.ToAgentResponseUpdates())
        {
            yield return update;
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<AgentSession> CreateSessionCoreAsync(CancellationToken cancellationToken = default) => new(new Session());

    /// <inheritdoc/>
    protected override ValueTask<JsonElement> SerializeSessionCoreAsync(
        AgentSession session, JsonSerializerOptions? jsonSerializerOptions = null, CancellationToken cancellationToken = default) =>
        new(JsonSerializer.SerializeToElement(new { }));

    /// <inheritdoc/>
    protected override ValueTask<AgentSession> DeserializeSessionCoreAsync(
        JsonElement serializedState, JsonSerializerOptions? jsonSerializerOptions = null, CancellationToken cancellationToken = default) => new(new Session());

    /// <summary>Holds nothing: the state of a chat is its workspace.</summary>
    private sealed class Session : AgentSession;
}
