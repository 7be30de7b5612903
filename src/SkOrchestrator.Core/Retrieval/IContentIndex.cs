using SkOrchestrator.Content;

namespace SkOrchestrator.Retrieval;

/// <summary>Holds the approved content for search.</summary>
public interface IContentIndex
{
    /// <summary>Makes the index hold exactly the approved documents of the library.</summary>
    /// <param name="library">All documents; drafts and withdrawn ones never enter the index.</param>
    /// <param name="cancellationToken">Cancels the update.</param>
    Task<IndexSummary> UpdateAsync(ContentLibrary library, CancellationToken cancellationToken);
}
