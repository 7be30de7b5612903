using SkOrchestrator.Retrieval;

namespace SkOrchestrator.Agents.Tests.Doubles;

/// <summary>Answers queries by a script and remembers them.</summary>
internal sealed class ScriptedRetriever(Func<RetrievalQuery, RetrievalResult> script) : ISnippetRetriever
{
    private readonly Lock _gate = new();

    public ScriptedRetriever(params Snippet[] snippets)
        : this(query => new RetrievalResult(query, Some.Now, false, snippets))
    {
    }

    public List<RetrievalQuery> Queries { get; } = [];

    public Task<RetrievalResult> RetrieveAsync(RetrievalQuery query, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Queries.Add(query);
        }

        return Task.FromResult(script(query));
    }
}
