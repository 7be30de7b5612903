using SkOrchestrator.Tasks;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>Chooses the sentences of a mail: close to the segment's interests, in the manner of the tone, not those of the other tones' mails, none twice.</summary>
/// <param name="arguments">The task.</param>
/// <param name="pool">The sentences to choose from.</param>
internal sealed class SentenceChooser(WriteMessageArguments arguments, IReadOnlyList<SourceSentence> pool)
{
    private const double NearlyTheSame = 0.5;
    private const int MostSentences = 8;
    private const int FewestSentences = 4;
    private const int PerSnippet = 2;

    /// <summary>The dated sentence that leads the mail, if the tone wants one and there is one.</summary>
    public SourceSentence? Dated(string tone) => ToneProfile.For(tone).LeadsWithDate
        ? pool.Where(s => s.Date >= arguments.SendOn).OrderBy(s => s.Rank).ThenBy(s => s.Index).FirstOrDefault()
        : null;

    /// <summary>Sentences of about so many words, best first.</summary>
    /// <param name="words">Words to reach.</param>
    public IReadOnlyList<SourceSentence> Choose(int words)
    {
        var taken = new HashSet<SourceSentence>();
        foreach (var earlier in ToneProfile.Order.TakeWhile(tone => tone != arguments.Tone && ToneProfile.Order.Contains(arguments.Tone)))
        {
            taken.UnionWith(Pick(earlier, ToneProfile.For(earlier).Words, turn: 1, taken));
        }

        for (var turn = 1; turn < arguments.Attempt; turn++)
        {
            taken.UnionWith(Pick(arguments.Tone, words, turn, taken));
        }

        return Pick(arguments.Tone, words, arguments.Attempt, taken);
    }

    private List<SourceSentence> Pick(string tone, int words, int turn, HashSet<SourceSentence> taken)
    {
        var scorer = new SentenceScorer(arguments, tone, turn);
        var ranked = pool.OrderByDescending(s => scorer.Score(s, taken.Contains(s))).ThenBy(s => s.Rank).ThenBy(s => s.Index).ToList();
        var chosen = new List<SourceSentence>();
        if (Dated(tone) is { } dated)
        {
            chosen.Add(dated);
        }

        foreach (var perSnippet in (int[])[PerSnippet, int.MaxValue])
        {
            foreach (var sentence in ranked)
            {
                var reached = chosen.Sum(s => s.Length);
                if ((reached >= words && chosen.Count >= FewestSentences) || chosen.Count == MostSentences)
                {
                    return chosen;
                }

                if (reached + sentence.Length <= words + 18
                    && chosen.Count(s => s.Rank == sentence.Rank) < perSnippet
                    && !chosen.Any(s => s == sentence || Words.Overlap(s.Tokens, sentence.Tokens) > NearlyTheSame))
                {
                    chosen.Add(sentence);
                }
            }
        }

        return chosen;
    }
}
