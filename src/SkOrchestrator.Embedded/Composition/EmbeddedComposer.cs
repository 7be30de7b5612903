using Microsoft.Extensions.AI;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>
/// Answers the agents' prompts without a model. It does not read the messages: it reads which task it is, and the task's arguments, from the call's settings
/// (<see cref="TaskName.SettingKey"/>, <see cref="TaskName.ArgumentsKey"/>), and assembles its answer from approved sentences and the phrase book.
/// The same arguments give the same answer.
/// </summary>
public sealed class EmbeddedComposer : IChatClient
{
    /// <summary>The name that run files, transcripts and reports show as the writer.</summary>
    public const string ModelId = "embedded composer";

    private static readonly ChatClientMetadata Metadata = new("embedded", providerUri: null, ModelId);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The settings name no task the composer knows, or hold other arguments than the task takes.</exception>
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, Answer(options?.AdditionalProperties)))
        {
            FinishReason = ChatFinishReason.Stop,
            ModelId = ModelId,
            Usage = new UsageDetails { InputTokenCount = 0, OutputTokenCount = 0, TotalTokenCount = 0 },
        });
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        yield return new ChatResponseUpdate(ChatRole.Assistant, [.. response.Messages[0].Contents, new UsageContent(response.Usage!)])
        {
            FinishReason = response.FinishReason,
            ModelId = response.ModelId,
        };
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(ChatClientMetadata) ? Metadata
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static string Answer(AdditionalPropertiesDictionary? settings)
    {
        object? task = null;
        object? arguments = null;
        settings?.TryGetValue(TaskName.SettingKey, out task);
        settings?.TryGetValue(TaskName.ArgumentsKey, out arguments);
        return (task, arguments) switch
        {
            (TaskName.WriteMessage, WriteMessageArguments a) => DraftJson.Write(MailComposer.Compose(a)),
            (TaskName.DescribeSegment, DescribeSegmentArguments a) => SegmentDescription.Write(a),
            (TaskName.FormulateQuery, FormulateQueryArguments a) => ContentQuery.Write(a),
            (TaskName.ExplainVerdict, ExplainVerdictArguments a) => VerdictExplanation.Write(a),
            (TaskName.SecondOpinion, SecondOpinionArguments a) => AdvisoryOpinion.Write(a),
            (TaskName.NarrateResult, NarrateResultArguments a) => ResultNarrative.Write(a),
            (null, _) => throw new InvalidOperationException(
                $"The embedded composer answers only calls that name their task under '{TaskName.SettingKey}'; this call names none. A free question needs a model provider."),
            _ => throw new InvalidOperationException(
                $"The embedded composer has no answer for task '{task}' with arguments of type '{arguments?.GetType().Name ?? "none"}'."),
        };
    }
}
