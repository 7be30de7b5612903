using SkOrchestrator.Diagnostics;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Content;

/// <summary>All documents of the content folder, usable or not.</summary>
/// <param name="Documents">The documents, ordered by id.</param>
/// <param name="Diagnostics">Files that were put aside, and why.</param>
public sealed record ContentLibrary(IReadOnlyList<ContentDocument> Documents, IReadOnlyList<RowDiagnostic> Diagnostics)
{
    /// <summary>The document with this id, or null.</summary>
    public ContentDocument? Find(DocumentId id) => Documents.FirstOrDefault(d => d.Id == id);
}
