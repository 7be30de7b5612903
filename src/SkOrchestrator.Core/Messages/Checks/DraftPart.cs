namespace SkOrchestrator.Messages.Checks;

/// <summary>A part of a draft as its reader gets it, that is without citations.</summary>
/// <param name="Name">The word for it in problems.</param>
/// <param name="Text">Its text.</param>
internal sealed record DraftPart(string Name, string Text)
{
    /// <summary>Subject, preheader, body and link text.</summary>
    public static IReadOnlyList<DraftPart> Of(MessageDraft draft) =>
    [
        new("subject", draft.Subject),
        new("preheader", draft.Preheader),
        new("body", CitationText.Remove(draft.Body)),
        new("call to action", draft.CallToAction),
    ];
}
