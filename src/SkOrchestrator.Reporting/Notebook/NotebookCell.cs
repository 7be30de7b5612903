namespace SkOrchestrator.Reporting.Notebook;

/// <summary>A cell of the notebook.</summary>
/// <param name="Id">Letters, digits, hyphens and underscores; unique; the same for every run, so that notebooks can be compared.</param>
/// <param name="Source">The text.</param>
/// <param name="IsCode">Whether it is Python; Markdown otherwise.</param>
/// <param name="Output">The output that is stored with it, by MIME type; null = none.</param>
/// <param name="Tag">A tag, such as <c>parameters</c>; null = none.</param>
internal sealed record NotebookCell(
    string Id, string Source, bool IsCode, IReadOnlyDictionary<string, string>? Output = null, string? Tag = null);
