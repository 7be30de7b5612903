using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using SkOrchestrator.Agents.Conversation;
using SkOrchestrator.Agents.Experiment;
using SkOrchestrator.Agents.Invocation;
using SkOrchestrator.Agents.Prompts;
using SkOrchestrator.Agents.Retrieval;
using SkOrchestrator.Agents.Safety;
using SkOrchestrator.Agents.Segmentation;
using SkOrchestrator.Agents.Telemetry;
using SkOrchestrator.Agents.Writing;
using SkOrchestrator.Analysis;
using SkOrchestrator.Diagnostics;
using SkOrchestrator.Retrieval;
using SkOrchestrator.Runs;
using SkOrchestrator.Safety;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Agents;

/// <summary>
/// The five agents of a campaign. Segmentation and experiment speak once per campaign; retrieval, writer and safety meet in one group chat per segment. What a
/// model says is advice everywhere but in the writer's drafts, and those go out only with a verdict of the <see cref="SafetyGate"/>.
/// </summary>
public sealed class CampaignAgents : IDisposable
{
    private readonly AgentsOptions _options;
    private readonly PromptLibrary _library;
    private readonly AgentLoggers _loggers;
    private readonly UsageMeter _meter = new();
    private readonly PromptCaller _prompts;
    private readonly Kernel _kernel;
    private readonly SegmentChat _chat;

    /// <summary>Makes the agents.</summary>
    /// <param name="options">Settings.</param>
    /// <param name="library">The prompts.</param>
    /// <param name="model">Answers the prompts: the embedded composer or a model.</param>
    /// <param name="retriever">Finds approved content.</param>
    /// <param name="gate">Decides what may be sent.</param>
    /// <param name="loggerFactory">Receives the logs <c>SkOrchestrator.System</c>, <c>.Safety</c> and <c>.Experiment</c>.</param>
    /// <param name="time">The clock.</param>
    public CampaignAgents(
        AgentsOptions options, PromptLibrary library, IChatClient model, ISnippetRetriever retriever, SafetyGate gate, ILoggerFactory loggerFactory, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxConcurrency, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxAttempts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Snippets, 1);
        (_options, _library) = (options, library);
        _loggers = new AgentLoggers(loggerFactory);
        _prompts = new PromptCaller(library, _loggers, _meter, time, options.MaxConcurrency);
        ModelName = model.GetService<ChatClientMetadata>()?.DefaultModelId ?? "unknown model";
        var builder = new VariantBuilder(library, options, ModelName, time);
        var writer = new VariantWriter(_prompts, library, builder, options, time);
        _kernel = CampaignKernelFactory.Create(model, _loggers, time,
        [
            PluginBuilder.Create(AgentName.Segmentation, "Describes who the customers are", new SegmentationPlugin(), library),
            PluginBuilder.Create(AgentName.Retrieval, "Brings approved content", new RetrievalPlugin(retriever, _prompts, library, options, _loggers, _meter), library),
            PluginBuilder.Create(AgentName.Writer, "Writes messages from approved content", new WriterPlugin(writer, options, _loggers), library),
            PluginBuilder.Create(AgentName.Safety, "Screens messages and comments on verdicts", new SafetyPlugin(gate, _loggers, _meter), library),
            PluginBuilder.Create(AgentName.Experiment, "Puts results into words", new ExperimentPlugin(), library),
        ]);
        _chat = new SegmentChat(_kernel, builder, options.Advisory ? new SafetyAdviser(_prompts, library) : null, _loggers, time);
    }

    /// <summary>Who answers the prompts: <c>embedded composer</c> or the model.</summary>
    public string ModelName { get; }

    /// <summary>What all calls so far used.</summary>
    public RunUsage Usage => _meter.Total;

    internal Kernel Kernel => _kernel;

    /// <summary>
    /// Has the segments described in words. Labels and numbers stay as they are; a description with a number that is not the segment's is not taken.
    /// </summary>
    public Task<IReadOnlyList<Segment>> DescribeSegmentsAsync(IReadOnlyList<Segment> segments, CancellationToken cancellationToken) =>
        new DescriptionWriter(_kernel, _prompts, _library, _options, _loggers).DescribeAsync(segments, cancellationToken);

    /// <summary>
    /// Holds one group chat per request, a bounded number at once. A chat that fails is reported in its own result and stops no other.
    /// </summary>
    /// <returns>One conversation per request, in the order of the requests.</returns>
    /// <exception cref="InvalidInputException">A tone has no prompt.</exception>
    /// <exception cref="ArgumentException">Two requests are for the same segment, or two arms of a request share a tone.</exception>
    public async Task<IReadOnlyList<SegmentConversation>> ConverseAsync(
        IReadOnlyList<ConversationRequest> requests, IProgress<ConversationProgress>? progress, CancellationToken cancellationToken)
    {
        Validate(requests);
        _library.RequireTones(requests.SelectMany(r => r.Arms).Select(a => a.Tone));
        var board = new ProgressBoard(progress, requests.Count);
        return await BoundedWork.SelectAsync(requests, _options.MaxConcurrency, async (request, token) =>
        {
            var conversation = await _chat.RunAsync(request, agent => board.Spoke(request.SegmentId, agent), token).ConfigureAwait(false);
            var (approved, blocked, failed) = board.Ended(conversation);
            Log.ConversationEnded(_loggers.Experiment, "campaign", "converse", request.SegmentId.Value, approved, blocked, failed);
            return conversation;
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tells the result in words; every number of the text is in the analysis, or the plain facts are returned instead.</summary>
    public Task<string> NarrateAsync(ExperimentAnalysis analysis, IReadOnlyList<Segment> segments, CancellationToken cancellationToken) =>
        new ResultNarrator(_kernel, _prompts, _library, _loggers).NarrateAsync(analysis, segments, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _prompts.Dispose();

    private static void Validate(IReadOnlyList<ConversationRequest> requests)
    {
        if (requests.DistinctBy(r => r.SegmentId).Count() < requests.Count)
        {
            throw new ArgumentException("two requests are for the same segment", nameof(requests));
        }

        if (requests.FirstOrDefault(r => r.Arms.DistinctBy(a => a.Tone).Count() < r.Arms.Count || r.Arms.DistinctBy(a => a.Id).Count() < r.Arms.Count) is { } request)
        {
            throw new ArgumentException($"two arms of {request.SegmentId} share a name or tone", nameof(requests));
        }
    }
}
