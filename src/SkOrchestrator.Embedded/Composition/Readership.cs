using SkOrchestrator.Tasks;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>Tells whom a sentence is about, by the words that the phrase book keeps for each hook under <c>writer.words</c>.</summary>
internal sealed class Readership
{
    private const string Prefix = "writer.words.";
    private const int Beginning = 2;

    private readonly List<string> _own;
    private readonly List<string> _others;

    /// <summary>The readers of a mail.</summary>
    /// <param name="arguments">The task; without a segment nobody's words are the readers' own.</param>
    public Readership(WriteMessageArguments arguments)
    {
        var hooks = arguments.Segment?.Hooks ?? [];
        var words = arguments.Phrases.Phrases.Where(p => p.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .ToLookup(p => hooks.Contains(p.Key[Prefix.Length..]), p => p.Value);
        (_own, _others) = ([.. words[true].SelectMany(w => w)], [.. words[false].SelectMany(w => w)]);
    }

    /// <summary>
    /// 1 for a sentence that speaks of the readers' own interest; −1 for one that begins with other people ("Hikers can …"), or names other people's interest only;
    /// 0 for one that is for everybody. Readers without an interest of their own are told of anybody's.
    /// </summary>
    public int Fit(SourceSentence sentence)
    {
        var (beginsOwn, beginsOther) = (Names(sentence.Tokens.Take(Beginning), _own), Names(sentence.Tokens.Take(Beginning), _others));
        var (own, other) = (Names(sentence.Tokens, _own), Names(sentence.Tokens, _others));
        return beginsOther && !beginsOwn ? -1
            : own ? (other && !beginsOwn ? 0 : 1)
            : other && _own.Count > 0 ? -1 : 0;
    }

    private static bool Names(IEnumerable<string> tokens, IEnumerable<string> words)
    {
        var padded = $" {string.Join(' ', tokens)} ";
        return words.Any(word => padded.Contains($" {word} ", StringComparison.OrdinalIgnoreCase));
    }
}
