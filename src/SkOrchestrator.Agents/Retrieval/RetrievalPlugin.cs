using System.ComponentModel;
using Microsoft.SemanticKernel;
using SkOrchestrator.Agents.Conversation;
using SkOrchestrator.Agents.Invocation;
using SkOrchestrator.Agents.Prompts;
using SkOrchestrator.Agents.Telemetry;
using SkOrchestrator.Retrieval;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Agents.Retrieval;

/// <summary>The retrieval agent's functions.</summary>
internal sealed class RetrievalPlugin(
    ISnippetRetriever retriever, PromptCaller prompts, PromptLibrary library, AgentsOptions options, AgentLoggers loggers, UsageMeter meter)
{
    public const string RetrieveSnippets = "retrieve_snippets";

    /// <summary>Formulates a query and brings approved snippets; a model's query that finds nothing is followed by the segment's own terms.</summary>
    [KernelFunction(RetrieveSnippets)]
    [Description("Brings the approved snippets that suit a segment, with everything a citation needs.")]
    public async Task<IReadOnlyList<RetrievalResult>> RetrieveAsync(Kernel kernel, ConversationRequest request, CancellationToken cancellationToken)
    {
        var terms = OwnTerms(request);
        var query = await FormulateAsync(kernel, request, terms, cancellationToken).ConfigureAwait(false);
        var results = new List<RetrievalResult> { await AskAsync(request, query, cancellationToken).ConfigureAwait(false) };
        if ((results[0].Fallback || results[0].Snippets.Count == 0) && query != terms)
        {
            results.Add(await AskAsync(request, terms, cancellationToken).ConfigureAwait(false));
        }

        return results;
    }

    private async Task<string> FormulateAsync(Kernel kernel, ConversationRequest request, string terms, CancellationToken cancellationToken)
    {
        var variables = new Dictionary<string, string>
        {
            ["label"] = request.Label,
            ["description"] = request.Segment?.Description ?? string.Empty,
            ["terms"] = terms,
            ["language"] = options.Language,
        };
        var call = new PromptCall(AgentName.Retrieval, PromptContract.FormulateQuery, TaskName.FormulateQuery,
            new FormulateQueryArguments(request.Segment, library.Phrases), variables);
        var outcome = await prompts.CallAsync(kernel, call, cancellationToken).ConfigureAwait(false);
        return QueryText.Clean(outcome.Text) is { Length: > 0 } query ? query : terms;
    }

    private async Task<RetrievalResult> AskAsync(ConversationRequest request, string text, CancellationToken cancellationToken)
    {
        meter.AddSearchCall();
        var result = await retriever.RetrieveAsync(new RetrievalQuery(request.SegmentId, text, request.Filters, options.Snippets), cancellationToken).ConfigureAwait(false);
        Log.Retrieved(loggers.System, AgentName.Retrieval, RetrieveSnippets, request.SegmentId.Value, result.Snippets.Count, result.Fallback);
        if (result.Fallback)
        {
            Log.FellBack(loggers.System, AgentName.Retrieval, RetrieveSnippets, request.SegmentId.Value, result.Snippets.Count);
        }

        return result;
    }

    /// <summary>The segment's terms; words of the phrase book for control and for a segment that brings none.</summary>
    private string OwnTerms(ConversationRequest request)
    {
        var terms = QueryText.Clean(string.Join(' ', request.Segment?.Terms ?? []));
        var phrases = library.Phrases.Find(request.Segment is null ? "retrieval.control" : "retrieval.general");
        return terms.Length > 0 ? terms
            : QueryText.Clean(phrases.Count > 0 ? phrases[0] : request.Segment?.Label ?? ConversationRequest.GeneralCategory);
    }
}
