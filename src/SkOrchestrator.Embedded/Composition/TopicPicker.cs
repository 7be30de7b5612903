using SkOrchestrator.Tasks;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>
/// Gathers sentences topic by topic: a topic is a document, and gives two sentences or more. Two topics usually make a mail, never more than three; the second one is
/// chosen for what the first one does not cover.
/// </summary>
/// <param name="arguments">The task.</param>
/// <param name="pool">The sentences to choose from.</param>
/// <param name="score">How well a sentence suits.</param>
internal sealed class TopicPicker(WriteMessageArguments arguments, IReadOnlyList<SourceSentence> pool, Func<SourceSentence, double> score)
{
    private const double NearlyTheSame = 0.5;
    private const double SameSection = 1;
    private const double Novelty = 0.6;
    private const double Good = 0.5;
    private const int MostSentences = 9;
    private const int FewestSentences = 4;
    private const int FewestTopics = 2;
    private const int MostTopics = 3;
    private const int Slack = 18;

    private readonly List<List<SourceSentence>> _topics = [];

    private IEnumerable<SourceSentence> Chosen => _topics.SelectMany(t => t);

    /// <summary>Sentences of about so many words, by topic, the leading topic first.</summary>
    /// <param name="words">Words to reach.</param>
    /// <param name="dated">The sentence that must lead, or null.</param>
    public IReadOnlyList<IReadOnlyList<SourceSentence>> Pick(int words, SourceSentence? dated)
    {
        if (dated is not null)
        {
            Open([.. pool.Where(dated.SharesDocument)], words, dated);
        }

        while (_topics.Count < FewestTopics && OpenNext(words))
        {
        }

        while (Chosen.Count() < MostSentences && (Chosen.Sum(s => s.Length) < words || Chosen.Count() < FewestSentences))
        {
            var good = Good * Chosen.Select(score).DefaultIfEmpty().Max();
            if (!Extend(words, most: 3, good) && !OpenNext(words) && !Extend(words, most: MostSentences, double.MinValue))
            {
                break;
            }
        }

        return _topics;
    }

    private bool OpenNext(int words)
    {
        if (_topics.Count == MostTopics)
        {
            return false;
        }

        var documents = pool.Where(s => !Chosen.Any(s.SharesDocument)).GroupBy(s => s.Snippet.DocumentId).Select(g => g.ToList())
            .OrderByDescending(Worth).ThenBy(d => d[0].Rank).ToList();
        return documents.Any(document => Open(document, words, lead: null));
    }

    // The two best sentences count, and the segment's words that no topic has brought yet.
    private double Worth(List<SourceSentence> document) =>
        document.Select(score).OrderDescending().Take(2).Average()
        + (Novelty * (arguments.Segment?.Terms ?? []).Index().Where(t => Holds(document, t.Item) && !_topics.Exists(topic => Holds(topic, t.Item)))
            .Sum(t => 1 / (1 + (0.1 * t.Index))));

    private static bool Holds(List<SourceSentence> sentences, string term) => sentences.Exists(s =>
        s.Tokens.Concat(Words.Of($"{s.Snippet.Title} {s.Snippet.Section}")).Any(token => Words.Match(token, term.ToLowerInvariant())));

    private bool Open(List<SourceSentence> document, int words, SourceSentence? lead)
    {
        var first = lead ?? document.Where(s => !s.NeedsOffer && Fits(s, words)).OrderByDescending(s => s.StatesOffer).ThenByDescending(score).FirstOrDefault();
        if (first is null)
        {
            return false;
        }

        _topics.Add([first]);
        if (Best(document, first, words) is { } second && score(second) >= Good * score(first))
        {
            _topics[^1].Add(second);
        }

        return true;
    }

    private bool Extend(int words, int most, double least)
    {
        var next = _topics.Where(t => t.Count < most)
            .Select(t => (Topic: t, Sentence: Best([.. pool.Where(t[0].SharesDocument)], t[0], words)))
            .Where(c => c.Sentence is not null && score(c.Sentence) >= least)
            .OrderByDescending(c => score(c.Sentence!))
            .FirstOrDefault();
        next.Topic?.Add(next.Sentence!);
        return next.Topic is not null;
    }

    private SourceSentence? Best(List<SourceSentence> document, SourceSentence first, int words) => document
        .Where(s => Fits(s, words) && (!s.NeedsOffer || Chosen.Any(c => c.StatesOffer && c.SharesDocument(s))))
        .OrderByDescending(s => score(s) + (s.SharesSection(first) ? SameSection : 0)).ThenBy(s => s.Rank).ThenBy(s => s.Index)
        .FirstOrDefault();

    private bool Fits(SourceSentence sentence, int words) =>
        Chosen.Sum(s => s.Length) + sentence.Length <= words + Slack
        && !Chosen.Any(s => s == sentence || Words.Overlap(s.Tokens, sentence.Tokens) > NearlyTheSame);
}
