using SkOrchestrator.Tasks;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>Says how well a sentence suits a segment and a tone; higher is better, comparable within one mail only.</summary>
/// <param name="arguments">The task.</param>
/// <param name="tone">The tone.</param>
/// <param name="turn">The attempt.</param>
internal sealed class SentenceScorer(WriteMessageArguments arguments, string tone, int turn)
{
    private const double Taken = 1.5;
    private const double Limiting = 2.5;
    private const double Offered = 2.5;
    private const double OwnGroup = 1.2;
    private const double OtherGroup = 6;
    private const double Chance = 0.35;
    private const int LeadingTerms = 6;

    private readonly ToneProfile _profile = ToneProfile.For(tone);
    private readonly Cues _cues = new(arguments.Phrases);
    private readonly Readership _readers = new(arguments);
    private readonly string _salt = $"{arguments.Seed}|{arguments.Segment?.SegmentId.Value}|{tone}|{turn}";

    /// <summary>The score of a sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="taken">Whether another mail of the segment, or an attempt before, has it already.</param>
    public double Score(SourceSentence sentence, bool taken) =>
        Relevance(sentence)
        + (4 * Standing(sentence))
        + (_profile.Benefit * _cues.Count("benefit", sentence))
        + (_profile.Detail * (_cues.Count("detail", sentence) + (sentence.Text.Any(char.IsDigit) ? 0.5 : 0)))
        + (_profile.Personal * _cues.Count("personal", sentence))
        + (_profile.Brisk * _cues.Count("brisk", sentence))
        + (_profile.Brevity * (18 - sentence.Length) / 10)
        + (sentence.NamesItsSubject ? 0.5 : 0)
        + (Chance * StableHash.Fraction($"{_salt}|{sentence.Text}"))
        + (sentence.StatesOffer ? Offered : 0)
        + (_readers.Fit(sentence) switch { > 0 => OwnGroup, < 0 => -OtherGroup, _ => 0 })
        - (LacksTerms(sentence) ? OtherGroup : 0)
        - (Limiting * _cues.Count("limiting", sentence))
        - (taken ? Taken : 0);

    // What is said around an offer is of little use to readers whom nobody tells what the offer is.
    private bool LacksTerms(SourceSentence sentence) => sentence.Snippet.Offer is { } offer
        && !arguments.Snippets.Any(s => s.DocumentId == sentence.Snippet.DocumentId && offer.IsStatedIn(s.Text));

    // Relevance of the snippet from 0 to 1, against the best one; by position where the retriever gives no scores.
    private double Standing(SourceSentence sentence)
    {
        var best = arguments.Snippets.Max(snippet => snippet.Score);
        return best > 0
            ? Math.Max(0, sentence.Snippet.Score / best)
            : (arguments.Snippets.Count - sentence.Rank) / (double)arguments.Snippets.Count;
    }

    private double Relevance(SourceSentence sentence)
    {
        var headings = Words.Of($"{sentence.Snippet.Title} {sentence.Snippet.Section}");
        return Math.Min(3, (arguments.Segment?.Terms ?? []).Index().Sum(term =>
        {
            var word = term.Item.ToLowerInvariant();
            var weight = term.Index < LeadingTerms ? 1 : 0.5;
            return sentence.Tokens.Any(token => Words.Match(token, word)) ? weight
                : headings.Any(token => Words.Match(token, word)) ? weight / 2 : 0;
        }));
    }
}
