namespace SkOrchestrator.Messages.Checks;

/// <summary>Holds a draft against all rules. Any <see cref="ProblemSeverity.Error"/> means a new attempt, with the problems as feedback.</summary>
public static class DraftChecker
{
    private static readonly IDraftRule[] Rules =
    [
        new ControlCharacterRule(),
        new FormatRule(),
        new MarkdownRule(),
        new PlaceholderRule(),
        new CommentaryRule(),
        new WordCountRule(),
        new CitationPresentRule(),
        new CitationKnownRule(),
        new ClaimCitedRule(),
        new NumberRule(),
        new LinkRule(),
        new BrandRule(),
        new SpamRule(),
        new CallToActionRule(),
    ];

    /// <summary>All problems, rule by rule; empty when the draft is fine.</summary>
    /// <param name="draft">The draft as the writer returned it.</param>
    /// <param name="context">What it may cite, and the brand.</param>
    public static IReadOnlyList<DraftProblem> Check(MessageDraft draft, DraftContext context)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(context);
        // text that is not valid Unicode can't be compared: the first rule alone speaks of it
        var rules = ControlCharacterRule.IsValidUnicode(draft) ? Rules : Rules[..1];
        return [.. rules.SelectMany(rule => rule.Check(draft, context))];
    }
}
