namespace SkOrchestrator.Messages.Checks;

/// <summary>CITE-NONE: the body cites at least once.</summary>
internal sealed class CitationPresentRule : IDraftRule
{
    public const string Id = "CITE-NONE";

    public IEnumerable<DraftProblem> Check(MessageDraft draft, DraftContext context)
    {
        if (CitationText.FindAll(draft.Body).Count == 0)
        {
            yield return new DraftProblem(
                Id,
                ProblemSeverity.Error,
                "The body cites no source.",
                $"Put {CitationText.Format("Title", "Section")} after every claim. {CitedSections.Allowed(context.Snippets)}");
        }
    }
}
