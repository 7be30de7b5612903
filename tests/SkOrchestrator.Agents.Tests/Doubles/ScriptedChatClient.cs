using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Agents.Tests.Doubles;

/// <summary>A model that answers by a script and remembers what it was asked.</summary>
internal sealed class ScriptedChatClient(Func<ReceivedCall, CancellationToken, Task<ChatResponse>> script) : IChatClient
{
    private readonly Lock _gate = new();
    private readonly List<ReceivedCall> _calls = [];

    public const string ModelId = "scripted-model";

    public ScriptedChatClient(Func<ReceivedCall, string> script)
        : this((call, _) => Task.FromResult(Answer(script(call))))
    {
    }

    public IReadOnlyList<ReceivedCall> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    public IReadOnlyList<ReceivedCall> Drafts => [.. Calls.Where(c => c.Task == TaskName.WriteMessage)];

    public static ChatResponse Answer(string text) => new(new ChatMessage(ChatRole.Assistant, text))
    {
        FinishReason = ChatFinishReason.Stop,
        Usage = new UsageDetails { InputTokenCount = 100, OutputTokenCount = 20 },
    };

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ReceivedCall call;
        lock (_gate)
        {
            call = new ReceivedCall(_calls.Count + 1, [.. messages], options!);
            _calls.Add(call);
        }

        return script(call, cancellationToken);
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("scripted", null, ModelId) : null;

    public void Dispose()
    {
    }
}
