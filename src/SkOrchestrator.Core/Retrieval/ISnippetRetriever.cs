namespace SkOrchestrator.Retrieval;

/// <summary>Finds approved content. Both providers, embedded and Azure, pass the same contract tests.</summary>
public interface ISnippetRetriever
{
    /// <summary>
    /// Returns the best snippets that pass the filters; general content with <see cref="RetrievalResult.Fallback"/> set when none does;
    /// no snippets at all when there is no general content either.
    /// </summary>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    Task<RetrievalResult> RetrieveAsync(RetrievalQuery query, CancellationToken cancellationToken);
}
