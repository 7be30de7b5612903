using SkOrchestrator.Retrieval;

namespace SkOrchestrator.Embedded.Retrieval;

/// <summary>A paragraph that matches a query.</summary>
/// <param name="Snippet">The paragraph with its score.</param>
/// <param name="WordScores">The part of each word of the query, in the query's order; 0 for a word that it does not hold.</param>
internal sealed record Hit(Snippet Snippet, IReadOnlyList<double> WordScores);
