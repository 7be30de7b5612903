namespace SkOrchestrator.Retrieval;

/// <summary>What a document must satisfy to be retrieved; text search comes after it.</summary>
/// <param name="AsOf">The day of sending: approval, validity and expiry are judged on it.</param>
/// <param name="Audiences">Audience names that all customers of the segment fit; a document with an audience needs one of them.</param>
/// <param name="Languages">Languages of the campaign.</param>
/// <param name="Countries">Countries of the campaign; empty = all.</param>
/// <param name="Category">Only this category, or null for all.</param>
public sealed record RetrievalFilters(
    DateOnly AsOf,
    IReadOnlyList<string> Audiences,
    IReadOnlyList<string> Languages,
    IReadOnlyList<string> Countries,
    string? Category = null);
