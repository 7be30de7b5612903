namespace SkOrchestrator.Retrieval;

/// <summary>What an index update did.</summary>
/// <param name="Documents">Documents in the index afterwards.</param>
/// <param name="Paragraphs">Searchable paragraphs afterwards.</param>
/// <param name="Skipped">Documents left out because they are not approved, expired or withdrawn.</param>
public sealed record IndexSummary(int Documents, int Paragraphs, int Skipped);
