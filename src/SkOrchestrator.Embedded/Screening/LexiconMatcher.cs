using SkOrchestrator.Safety;

namespace SkOrchestrator.Embedded.Screening;

/// <summary>Finds the lexicon's patterns in words and weighs them: terms give severities, idioms and offers of help lower them.</summary>
internal sealed class LexiconMatcher(Lexicon lexicon)
{
    /// <summary>Above this a text speaks to its reader or instructs; an offer of help in the same sentence doesn't excuse it.</summary>
    private const int HighestMention = 5;

    /// <summary>Largest severity of each category, 0–7.</summary>
    public Dictionary<SafetyCategory, int> Measure(IReadOnlyList<Word> words)
    {
        var severities = Enum.GetValues<SafetyCategory>().ToDictionary(c => c, _ => 0);
        var matches = Find(words);
        foreach (var term in matches.Where(m => m.Entry.Kind == EntryKind.Term))
        {
            var category = term.Entry.Category!.Value;
            severities[category] = Math.Max(severities[category], Weigh(term, matches, words));
        }

        return severities;
    }

    private static int Weigh(LexiconMatch term, List<LexiconMatch> matches, IReadOnlyList<Word> words)
    {
        var severity = term.Entry.Severity;
        foreach (var context in matches)
        {
            if (context.Entry.Category is { } category && category != term.Entry.Category)
            {
                continue;
            }

            var lowers = context.Entry.Kind switch
            {
                EntryKind.Safe => context.Start <= term.Start && term.End <= context.End,
                EntryKind.Help => term.Entry.Severity <= HighestMention && words[context.Start].Sentence == words[term.Start].Sentence,
                _ => false,
            };
            severity = lowers ? Math.Min(severity, context.Entry.Severity) : severity;
        }

        return severity;
    }

    private List<LexiconMatch> Find(IReadOnlyList<Word> words)
    {
        var matches = new List<LexiconMatch>();
        for (var start = 0; start < words.Count; start++)
        {
            foreach (var entry in lexicon.StartingWith(words[start]))
            {
                if (Match(entry.Elements, 1, words, start + 1) is { } end)
                {
                    matches.Add(new LexiconMatch(entry, start, end));
                }
            }
        }

        return matches;
    }

    /// <summary>The end of the shortest match of the elements from <paramref name="element"/> on, or null.</summary>
    private int? Match(IReadOnlyList<PatternElement> elements, int element, IReadOnlyList<Word> words, int at)
    {
        if (element == elements.Count)
        {
            return at;
        }

        var current = elements[element];
        if (current.Gap == 0)
        {
            return at < words.Count && current.Fits(words[at]) ? Match(elements, element + 1, words, at + 1) : null;
        }

        for (var skipped = 0; ; skipped++)
        {
            if (Match(elements, element + 1, words, at + skipped) is { } end)
            {
                return end;
            }

            if (skipped == current.Gap || !CanSkip(words, at + skipped))
            {
                return null;
            }
        }
    }

    private bool CanSkip(IReadOnlyList<Word> words, int at) =>
        at < words.Count && words[at].Sentence == words[at - 1].Sentence && !words[at].Forms.Any(lexicon.Negations.Contains);
}
