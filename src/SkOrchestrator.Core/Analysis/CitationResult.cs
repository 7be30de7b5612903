namespace SkOrchestrator.Analysis;

/// <summary>How often a document is cited.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Title">Its title.</param>
/// <param name="Variants">Approved variants that cite it.</param>
/// <param name="InWinningVariants">Those among them whose estimated lift is the best of their segment.</param>
public sealed record CitationResult(string DocumentId, string Title, int Variants, int InWinningVariants);
