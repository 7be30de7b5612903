using SkOrchestrator.Content;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>The sentences of the snippets that may stand in a mail on the day of sending.</summary>
internal static class SentencePool
{
    private const int MinWords = 5;
    private const int MaxWords = 40;

    /// <summary>Whole sentences in retrieval order, without those that lean on their neighbours, are out of date, hold a banned phrase or were complained of.</summary>
    public static IReadOnlyList<SourceSentence> From(WriteMessageArguments arguments)
    {
        var dangling = arguments.Phrases.Find("writer.cues.dangling");
        var sentences = new List<SourceSentence>();
        foreach (var (rank, snippet) in arguments.Snippets.Index())
        {
            if (HasMarkup(snippet.Title) || HasMarkup(snippet.Section) || snippet.Offer?.ValidUntil < arguments.SendOn)
            {
                continue;
            }

            sentences.AddRange(SentenceSplitter.Split(snippet.Text)
                .Select((text, index) => new SourceSentence(text, snippet, rank, index))
                .Where(sentence => IsUsable(sentence, arguments, dangling))
                .Where(sentence => !sentences.Any(known => known.Text == sentence.Text)));
        }

        return sentences;
    }

    private static bool IsUsable(SourceSentence sentence, WriteMessageArguments arguments, IReadOnlyList<string> dangling)
    {
        var text = sentence.Text;
        return sentence.Length is >= MinWords and <= MaxWords
            && text[^1] is '.' or '?'
            && !text.Contains('!', StringComparison.Ordinal)
            && !HasMarkup(text)
            && !(sentence.Date < arguments.SendOn)
            && !StartsWithAny(text, dangling)
            && !Holds(text, arguments.Brand.BannedPhrases)
            && !arguments.Problems.Any(problem => problem.Message.Contains(text, StringComparison.Ordinal));
    }

    /// <summary>Whether a text holds one of the phrases, in any letter case.</summary>
    public static bool Holds(string text, IEnumerable<string> phrases) =>
        phrases.Any(phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase));

    private static bool StartsWithAny(string text, IEnumerable<string> phrases) => phrases.Any(phrase =>
        text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && (text.Length == phrase.Length || !char.IsLetter(text[phrase.Length])));

    private static bool HasMarkup(string text) =>
        text.AsSpan().IndexOfAny("[]{}<>|@\n") >= 0
        || text.Contains("://", StringComparison.Ordinal)
        || text.Contains("www.", StringComparison.OrdinalIgnoreCase);
}
