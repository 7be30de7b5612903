using SkOrchestrator.Tasks;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>Answers <see cref="TaskName.FormulateQuery"/>: the segment's terms, or the phrase book's words where there is no segment or it has none.</summary>
internal static class ContentQuery
{
    private const int MostWords = 12;

    /// <summary>Plain words, most important first, none twice.</summary>
    public static string Write(FormulateQueryArguments arguments)
    {
        var terms = arguments.Segment is { Terms.Count: > 0 } segment
            ? segment.Terms
            : arguments.Phrases.Find(arguments.Segment is null ? "retrieval.control" : "retrieval.general");
        return string.Join(' ', terms.SelectMany(Words.Of).Distinct(StringComparer.Ordinal).Take(MostWords));
    }
}
