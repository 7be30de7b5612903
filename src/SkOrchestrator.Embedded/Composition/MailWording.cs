using SkOrchestrator.Tasks;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>The composer's own words in a mail: everything that is not lifted from content.</summary>
internal sealed class MailWording
{
    private const string General = "general";
    private const int LeadingHooks = 2;
    private const int LongestSubject = 50;
    private const int LongestLink = 40;

    private readonly WriteMessageArguments _arguments;
    private readonly MailPlan _plan;
    private readonly Wording _wording;
    private readonly string? _hook;
    private readonly string? _opening;
    private bool _exclaimed;

    /// <summary>Words for a mail.</summary>
    /// <param name="arguments">The task.</param>
    /// <param name="plan">The mail's sentences.</param>
    public MailWording(WriteMessageArguments arguments, MailPlan plan)
    {
        _arguments = arguments;
        _plan = plan;
        _wording = new Wording(
            arguments.Phrases, $"{arguments.Seed}|{arguments.Segment?.SegmentId.Value ?? "all"}|{arguments.Tone}", arguments.Attempt - 1);
        _hook = FindHook(arguments);
        _opening = Say("openings", byHook: true);
    }

    /// <summary>The first words after the greeting, or what leads over to a further paragraph; mostly a new paragraph is enough.</summary>
    /// <param name="paragraph">The paragraph, counted from 0.</param>
    public string Lead(int paragraph) => paragraph switch
    {
        0 => string.Join(' ', ((string?[])[_opening, _plan.Dated is null ? null : Say("leads.first", dated: true)]).OfType<string>()),
        1 => Say("leads.second") ?? string.Empty,
        _ => string.Empty,
    };

    /// <summary>The last words before the sign-off.</summary>
    public string Closing() => Say("closings", dated: _plan.Dated is not null) ?? string.Empty;

    /// <summary>The subject line, at most 50 characters; it does not say what the opening says.</summary>
    public string Subject() =>
        (_plan.Dated is null ? null : Say("subjects", dated: true, fits: (pattern, text) => Wording.HasSlot(pattern) && text.Length <= LongestSubject))
        ?? Say("subjects", byHook: true, fits: (_, text) => text.Length <= LongestSubject && !RepeatsOpening(text))
        ?? Say("subjects", byHook: true, fits: (_, text) => text.Length <= LongestSubject)
        ?? string.Empty;

    /// <summary>The line after the subject, 40 to 90 characters: a sentence of the mail, or words of the phrase book where none fits.</summary>
    public string Preheader() => _plan.Preview?.Text ?? Say("preheaders", dated: _plan.Dated is not null, fits: (_, text) => text.Length is >= 40 and <= 90) ?? string.Empty;

    /// <summary>The words of the link, at most 40 characters; those of the linked document's category before the general ones.</summary>
    public string CallToAction()
    {
        var category = MailSlots.Linked(_arguments, _plan)?.Category;
        return (category is null ? null : Say($"calls_to_action.{category}", fits: (_, text) => text.Length <= LongestLink))
            ?? Say("calls_to_action", fits: (_, text) => text.Length <= LongestLink)
            ?? _arguments.Brand.DefaultCallToAction.Label;
    }

    // Informational opens with the segment's second trait, the others with the first: a mail is about both anyway.
    private static string? FindHook(WriteMessageArguments arguments)
    {
        var hooks = arguments.Segment?.Hooks.Where(h => h != General).Take(LeadingHooks).ToList() ?? [];
        return hooks.Count == 0 ? null : hooks[((arguments.Tone == "informational" ? 1 : 0) + arguments.Attempt - 1) % hooks.Count];
    }

    private bool RepeatsOpening(string text)
    {
        var said = Words.Of(_opening ?? string.Empty);
        var words = Words.Of(text).Where(word => word.Length > 3).ToList();
        return words.Count(word => said.Any(other => Words.Match(word, other))) > words.Count / 2.0;
    }

    private string? Say(
        string key,
        bool byHook = false,
        bool dated = false,
        Func<string, string, bool>? fits = null)
    {
        var said = _wording.Say(
            Paths(key, byHook, dated),
            MailSlots.For(_arguments, _plan),
            (pattern, text) => MayExclaim(text)
                && !SentencePool.Holds(text, _arguments.Brand.BannedPhrases)
                && fits?.Invoke(pattern, text) != false);
        _exclaimed |= said?.Contains('!', StringComparison.Ordinal) == true;
        return said;
    }

    private IEnumerable<string> Paths(string key, bool byHook, bool dated)
    {
        string[] tones = dated ? ["dated", _arguments.Tone, "neutral"] : [_arguments.Tone, "neutral"];
        string?[] hooks = byHook ? [_hook, General] : [null];
        if (dated && key is "subjects")
        {
            yield return "writer.subjects.dated.offer";
            yield return $"writer.subjects.dated.{_arguments.Tone}";
        }

        foreach (var tone in tones)
        {
            foreach (var hook in hooks.Where(hook => hook is not null || !byHook))
            {
                yield return string.Join('.', ((string?[])["writer", key, hook, tone]).OfType<string>());
            }
        }
    }

    private bool MayExclaim(string text) => text.Count(c => c == '!') switch
    {
        0 => true,
        1 => _arguments.Tone == "friendly" && !_exclaimed,
        _ => false,
    };
}
