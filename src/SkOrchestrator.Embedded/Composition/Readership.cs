using SkOrchestrator.Tasks;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>Tells whom a sentence is about, by the words that the phrase book keeps for each hook under <c>writer.words</c>.</summary>
internal sealed class Readership
{
    private const string Prefix = "writer.words.";

    private readonly List<IReadOnlyList<string>> _own;
    private readonly List<IReadOnlyList<string>> _others;

    /// <summary>The readers of a mail.</summary>
    /// <param name="arguments">The task; without a segment nobody's words are the readers' own.</param>
    public Readership(WriteMessageArguments arguments)
    {
        var hooks = arguments.Segment?.Hooks ?? [];
        var words = arguments.Phrases.Phrases.Where(p => p.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .ToLookup(p => hooks.Contains(p.Key[Prefix.Length..]), p => p.Value);
        (_own, _others) = ([.. words[true]], [.. words[false]]);
    }

    /// <summary>
    /// 1 for a sentence that speaks of the readers' own interest, −1 for one that speaks of other people's only, 0 for one that is for everybody, be it that it
    /// names nobody or nearly all.
    /// </summary>
    public int Fit(SourceSentence sentence)
    {
        var others = _others.Count(words => Names(sentence, words));
        return _own.Exists(words => Names(sentence, words)) ? (others > 1 ? 0 : 1) : others > 0 ? -1 : 0;
    }

    private static bool Names(SourceSentence sentence, IEnumerable<string> words)
    {
        var padded = $" {string.Join(' ', sentence.Tokens)} ";
        return words.Any(word => padded.Contains($" {word} ", StringComparison.OrdinalIgnoreCase));
    }
}
