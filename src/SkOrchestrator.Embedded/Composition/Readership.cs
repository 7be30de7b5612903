using SkOrchestrator.Tasks;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>Tells whom a sentence is about, by the words that the phrase book keeps for each hook under <c>writer.words</c>.</summary>
internal sealed class Readership
{
    private const string Prefix = "writer.words.";

    private readonly List<string> _own;
    private readonly List<string> _others;

    /// <summary>The readers of a mail.</summary>
    /// <param name="arguments">The task; without a segment nobody's words are the readers' own.</param>
    public Readership(WriteMessageArguments arguments)
    {
        var hooks = arguments.Segment?.Hooks ?? [];
        var words = arguments.Phrases.Phrases.Where(p => p.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .ToLookup(p => hooks.Contains(p.Key[Prefix.Length..]), p => p.Value);
        _own = [.. words[true].SelectMany(w => w)];
        _others = [.. words[false].SelectMany(w => w).Except(_own, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>1 for a sentence that speaks of the readers' own interest, −1 for one that speaks of other people's only, 0 for one that is for everybody.</summary>
    public int Fit(SourceSentence sentence) => Names(sentence, _own) ? 1 : Names(sentence, _others) ? -1 : 0;

    private static bool Names(SourceSentence sentence, IEnumerable<string> words)
    {
        var padded = $" {string.Join(' ', sentence.Tokens)} ";
        return words.Any(word => padded.Contains($" {word} ", StringComparison.OrdinalIgnoreCase));
    }
}
