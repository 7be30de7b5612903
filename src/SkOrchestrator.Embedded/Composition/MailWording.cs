using SkOrchestrator.Tasks;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>The composer's own words in a mail: everything that is not lifted from content.</summary>
internal sealed class MailWording
{
    private readonly WriteMessageArguments _arguments;
    private readonly MailPlan _plan;
    private readonly Wording _wording;
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
    }

    private string? Hook => _arguments.Segment?.Hooks.Count > 0 ? _arguments.Segment.Hooks[(_arguments.Attempt - 1) % _arguments.Segment.Hooks.Count] : null;

    /// <summary>The first words after the greeting.</summary>
    public string Opening() => Say("openings", byHook: true) ?? string.Empty;

    /// <summary>Words in front of a sentence; empty when it needs none.</summary>
    /// <param name="place"><c>first</c>, <c>second</c>, <c>aside</c> or <c>third</c>.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="previous">The sentence before it, or null.</param>
    public string Lead(string place, SourceSentence sentence, SourceSentence? previous)
    {
        var dated = place == "first" && _plan.Dated is not null;
        if (place == "first" && !dated && sentence.NamesItsSubject)
        {
            return string.Empty;
        }

        return Say(
            $"leads.{place}",
            MailSlots.For(_arguments, _plan, sentence, previous),
            dated: dated,
            fits: (pattern, _) => dated || (Wording.HasSlot(pattern) ? !sentence.StartsWithHeading : sentence.NamesItsSubject)) ?? string.Empty;
    }

    /// <summary>The last words before the sign-off.</summary>
    public string Closing() => Say("closings", dated: _plan.Dated is not null) ?? string.Empty;

    /// <summary>The subject line, at most 55 characters.</summary>
    public string Subject() => Headline("subjects", byHook: true, text => text.Length <= 55 && Words.NoneTwice(text));

    /// <summary>The line after the subject, 40 to 90 characters.</summary>
    public string Preheader() => Headline("preheaders", byHook: false, text => text.Length is >= 40 and <= 90 && Words.NoneTwice(text));

    /// <summary>The words of the link, at most 40 characters.</summary>
    public string CallToAction() =>
        Slotted("calls_to_action", byHook: false, dated: false, text => text.Length <= 40) ?? _arguments.Brand.DefaultCallToAction.Label;

    private string Headline(string key, bool byHook, Func<string, bool> fits) =>
        (_plan.Dated is null ? null : Slotted(key, byHook: false, dated: true, fits))
        ?? Slotted(key, byHook, dated: false, fits)
        ?? string.Empty;

    // With a slot if possible: it says something about this mail.
    private string? Slotted(string key, bool byHook, bool dated, Func<string, bool> fits) =>
        Say(key, byHook: byHook, dated: dated, fits: (pattern, text) => Wording.HasSlot(pattern) && fits(text))
        ?? Say(key, byHook: byHook, dated: dated, fits: (_, text) => fits(text));

    private string? Say(
        string key,
        IReadOnlyDictionary<string, string>? slots = null,
        bool byHook = false,
        bool dated = false,
        Func<string, string, bool>? fits = null)
    {
        var said = _wording.Say(
            Paths(key, byHook, dated),
            slots ?? MailSlots.For(_arguments, _plan),
            (pattern, text) => MayExclaim(text)
                && !SentencePool.Holds(text, _arguments.Brand.BannedPhrases)
                && fits?.Invoke(pattern, text) != false);
        _exclaimed |= said?.Contains('!', StringComparison.Ordinal) == true;
        return said;
    }

    private IEnumerable<string> Paths(string key, bool byHook, bool dated)
    {
        string[] tones = dated ? ["dated", _arguments.Tone, "neutral"] : [_arguments.Tone, "neutral"];
        string?[] hooks = byHook ? [Hook, "general"] : [null];
        if (dated && key is "subjects")
        {
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
