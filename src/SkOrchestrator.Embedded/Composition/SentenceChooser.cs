using SkOrchestrator.Tasks;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>Chooses the sentences of a mail: close to the segment's interests, in the manner of the tone, not those of the other tones' mails, none twice.</summary>
/// <param name="arguments">The task.</param>
/// <param name="pool">The sentences to choose from.</param>
internal sealed class SentenceChooser(WriteMessageArguments arguments, IReadOnlyList<SourceSentence> pool)
{
    private readonly Readership _readers = new(arguments);
    private readonly Lazy<IReadOnlySet<SourceSentence>> _taken = new(() => Taken(arguments, pool));

    /// <summary>The dated sentence that leads the mail, if the tone wants one and there is one.</summary>
    public SourceSentence? Dated => FindDated(arguments, pool, arguments.Tone);

    /// <summary>Whether another mail of the segment, or an attempt before, has a sentence already.</summary>
    public bool IsTaken(SourceSentence sentence) => _taken.Value.Contains(sentence);

    /// <summary>Whom a sentence is about, as <see cref="Readership.Fit"/> says it.</summary>
    public int Fit(SourceSentence sentence) => _readers.Fit(sentence);

    /// <summary>Sentences of about so many words, by topic, the leading topic first.</summary>
    /// <param name="words">Words to reach.</param>
    public IReadOnlyList<IReadOnlyList<SourceSentence>> Choose(int words) => Pick(arguments, pool, arguments.Tone, words, arguments.Attempt, _taken.Value);

    private static HashSet<SourceSentence> Taken(WriteMessageArguments arguments, IReadOnlyList<SourceSentence> pool)
    {
        var taken = new HashSet<SourceSentence>();
        foreach (var earlier in ToneProfile.Order.TakeWhile(tone => tone != arguments.Tone && arguments.Segment is not null))
        {
            taken.UnionWith(Pick(arguments, pool, earlier, ToneProfile.For(earlier).Words, turn: 1, taken).SelectMany(topic => topic));
        }

        for (var turn = 1; turn < arguments.Attempt; turn++)
        {
            taken.UnionWith(Pick(arguments, pool, arguments.Tone, ToneProfile.For(arguments.Tone).Words, turn, taken).SelectMany(topic => topic));
        }

        return taken;
    }

    private static IReadOnlyList<IReadOnlyList<SourceSentence>> Pick(
        WriteMessageArguments arguments, IReadOnlyList<SourceSentence> pool, string tone, int words, int turn, IReadOnlySet<SourceSentence> taken)
    {
        var scorer = new SentenceScorer(arguments, tone, turn);
        var scores = pool.ToDictionary(s => s, s => scorer.Score(s, taken.Contains(s)));
        return new TopicPicker(arguments, pool, s => scores[s]).Pick(words, FindDated(arguments, pool, tone));
    }

    private static SourceSentence? FindDated(WriteMessageArguments arguments, IReadOnlyList<SourceSentence> pool, string tone) =>
        ToneProfile.For(tone).LeadsWithDate
            ? pool.Where(s => s.Date >= arguments.SendOn && !s.NeedsOffer).OrderBy(s => s.Rank).ThenBy(s => s.Index).FirstOrDefault()
            : null;
}
