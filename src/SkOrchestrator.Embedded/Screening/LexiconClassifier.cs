using SkOrchestrator.Safety;

namespace SkOrchestrator.Embedded.Screening;

/// <summary>
/// The embedded screen: a lexicon with context, for English text. It knows words and phrases, not meaning; it is a stand-in that needs no network, and says so in its
/// name. Deterministic and safe for concurrent use.
/// </summary>
public sealed class LexiconClassifier : ISafetyClassifier
{
    /// <summary>The name that audit, report and logs show.</summary>
    public const string ScreenName = "embedded-lexicon/1 (not Azure AI Content Safety)";

    /// <summary>The only language it screens; ISO 639-1.</summary>
    public const string Language = "en";

    private static readonly Lexicon Entries = Lexicon.Default;
    private static readonly LexiconMatcher Matcher = new(Entries);
    private static readonly TextNormaliser Normaliser = new(Entries.Words);

    /// <inheritdoc/>
    public string Name => ScreenName;

    /// <inheritdoc/>
    public Task<ScreeningResult> ScreenAsync(ScreeningRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Screen(request));
    }

    private static ScreeningResult Screen(ScreeningRequest request)
    {
        var nothing = new ScreeningResult { Screen = ScreenName };
        try
        {
            if (!request.Texts.Any(t => t.Text.Any(char.IsLetter)))
            {
                return nothing with { Failure = "there are no words to judge" };
            }

            if (request.Texts.Select(t => LanguageScreen.FindForeign(t.Text)).FirstOrDefault(l => l is not null) is { } language)
            {
                return nothing with { UnscreenedLanguage = language };
            }

            var texts = request.Texts.Select(t => Normaliser.Read(t.Text)).ToList();
            return nothing with { Severities = Largest(texts.Select(Matcher.Measure)), BlocklistMatches = BlocklistMatches(request.Blocklist, texts) };
        }
        catch (ArgumentException)
        {
            return nothing with { Failure = "a text is not valid Unicode" };
        }
    }

    private static Dictionary<SafetyCategory, int> Largest(IEnumerable<Dictionary<SafetyCategory, int>> measured) =>
        measured.SelectMany(m => m).GroupBy(m => m.Key, m => m.Value).ToDictionary(g => g.Key, g => g.Max());

    private static string[] BlocklistMatches(IReadOnlyList<string> blocklist, List<IReadOnlyList<Word>> texts) =>
        [.. blocklist.Where(entry => Normaliser.Read(entry) is { Count: > 0 } phrase && texts.Any(words => Occurs(phrase, words)))];

    private static bool Occurs(IReadOnlyList<Word> phrase, IReadOnlyList<Word> words) => Enumerable
        .Range(0, Math.Max(0, words.Count - phrase.Count + 1))
        .Any(start => Enumerable.Range(0, phrase.Count).All(i => words[start + i].Forms.Contains(phrase[i].Forms[0])));
}
