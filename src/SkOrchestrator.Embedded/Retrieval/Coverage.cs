using SkOrchestrator.Retrieval;

namespace SkOrchestrator.Embedded.Retrieval;

/// <summary>
/// Picks among the paragraphs that match, so that the few that are taken cover the words of the query between them: a segment is about more than one thing.
/// </summary>
internal static class Coverage
{
    /// <summary>What a word still counts once a paragraph that is best in it has been taken.</summary>
    private const double Covered = 0.6;

    /// <summary>How much less each word counts than the one before it, most important first.</summary>
    private const double Fading = 0.1;

    /// <summary>Up to <paramref name="top"/> paragraphs in the order of their scores.</summary>
    /// <param name="hits">The paragraphs that match, best first.</param>
    /// <param name="perDocument">How many of one document at most.</param>
    /// <param name="top">How many at most.</param>
    public static List<Snippet> Pick(IReadOnlyList<Hit> hits, int perDocument, int top)
    {
        if (hits.Count == 0)
        {
            return [];
        }

        var best = Enumerable.Range(0, hits[0].WordScores.Count).Select(word => hits.Max(h => h.WordScores[word])).ToList();
        var taken = new List<Hit>();
        while (taken.Count < top
            && hits.Where(h => !taken.Contains(h) && taken.Count(t => t.Snippet.DocumentId == h.Snippet.DocumentId) < perDocument).MaxBy(Gain) is { } next)
        {
            taken.Add(Terms(next) ?? next);
        }

        return [.. hits.Where(taken.Contains).Select(h => h.Snippet)];

        // a paragraph about an offer is of little use before the one that says what the offer is
        Hit? Terms(Hit next) => next.Snippet.Offer is not { } offer || offer.IsStatedIn(next.Snippet.Text) ? null
            : hits.FirstOrDefault(h => h.Snippet.DocumentId == next.Snippet.DocumentId && offer.IsStatedIn(h.Snippet.Text) && !taken.Contains(h));

        // the whole score tells between paragraphs that bring the same words
        double Gain(Hit hit) => (hit.Snippet.Score / hits[0].Snippet.Score)
            + hit.WordScores.Index().Sum(word => best[word.Index] <= 0 ? 0
                : word.Item / best[word.Index] / (1 + (Fading * word.Index)) * Math.Pow(Covered, taken.Sum(t => t.WordScores[word.Index]) / best[word.Index]));
    }
}
