using SkOrchestrator.Tasks;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>Counts the words of the phrase book's <c>writer.cues</c> in a sentence.</summary>
/// <param name="phrases">The phrase book.</param>
internal sealed class Cues(PhraseBook phrases)
{
    private const int Most = 2;

    /// <summary>How many different cues of a kind the sentence holds, at most two: a sentence need not be full of them.</summary>
    /// <param name="kind">The key under <c>writer.cues</c>.</param>
    /// <param name="sentence">The sentence.</param>
    public int Count(string kind, SourceSentence sentence)
    {
        var padded = $" {string.Join(' ', sentence.Tokens)} ";
        return Math.Min(Most, phrases.Find($"writer.cues.{kind}").Count(cue => padded.Contains($" {cue} ", StringComparison.OrdinalIgnoreCase)));
    }
}
