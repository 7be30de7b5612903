using Microsoft.SemanticKernel;
using SkOrchestrator.Agents.Conversation;
using SkOrchestrator.Agents.Facts;
using SkOrchestrator.Agents.Prompts;
using SkOrchestrator.Retrieval;

namespace SkOrchestrator.Agents.Retrieval;

/// <summary>Brings approved content into the chat.</summary>
internal sealed class RetrievalAgent(Kernel kernel, SegmentWorkspace workspace, TimeProvider time, Action<string> spoke)
    : PluginAgent("Retrieval agent", AgentName.Retrieval, "Finds approved content for the segment", kernel, workspace, spoke)
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<string>> TakeTurnAsync(CancellationToken cancellationToken)
    {
        var (startedAt, started) = (time.GetUtcNow(), time.GetTimestamp());
        var arguments = new KernelArguments { ["request"] = Workspace.Request };
        var result = await Kernel.InvokeAsync(AgentName.Retrieval, RetrievalPlugin.RetrieveSnippets, arguments, cancellationToken).ConfigureAwait(false);
        var retrievals = result.GetValue<IReadOnlyList<RetrievalResult>>() ?? [];
        Workspace.Retrievals = retrievals;
        Workspace.Timings.Add(new StageTiming(StageTiming.Retrieve, startedAt, time.GetElapsedTime(started)));
        return Account(retrievals);
    }

    private static IReadOnlyList<string> Account(IReadOnlyList<RetrievalResult> retrievals)
    {
        if (retrievals is not [.., var last])
        {
            return ["I could not ask for content."];
        }

        var lines = new List<string>();
        foreach (var retrieval in retrievals)
        {
            lines.Add($"I searched the approved content for “{retrieval.Query.Text}” and found {FactText.Count(retrieval.Snippets.Count, "snippet")}." +
                (retrieval.Fallback && retrieval.Snippets.Count > 0 ? " Nothing fitted the query, so this is general content." : string.Empty));
        }

        lines.AddRange(last.Snippets.Select(s => $"{s.Title}, {s.Section} ({s.DocumentId}, paragraph {FactText.Count(s.ParagraphIndex)})"));
        return lines;
    }
}
