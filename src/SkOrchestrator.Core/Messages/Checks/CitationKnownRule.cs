using System.Text.RegularExpressions;

namespace SkOrchestrator.Messages.Checks;

/// <summary>CITE-UNKNOWN: every citation names a title and section that was retrieved, in the one form that is read.</summary>
internal sealed partial class CitationKnownRule : IDraftRule
{
    public const string Id = "CITE-UNKNOWN";

    public IEnumerable<DraftProblem> Check(MessageDraft draft, DraftContext context)
    {
        foreach (var inner in CitationText.FindAll(draft.Body).Distinct(StringComparer.Ordinal))
        {
            if (CitedSections.Find(inner, context.Snippets).Count == 0)
            {
                var hint = CitedSections.Nearest(inner, context.Snippets) is { } nearest ? $"Did you mean [Source: {nearest}]? " : string.Empty;
                yield return new DraftProblem(
                    Id,
                    ProblemSeverity.Error,
                    $"[Source: {inner}] names no title and section that was retrieved.",
                    hint + CitedSections.Allowed(context.Snippets));
            }
        }

        if (OtherForm().Match(CitationText.Remove(draft.Body)) is { Success: true } other)
        {
            yield return new DraftProblem(
                Id,
                ProblemSeverity.Error,
                $"\"{other.Value}\" is not a citation in the form that is read.",
                $"Write citations exactly as {CitationText.Format("Title", "Section")}.");
        }
    }

    [GeneratedRegex(@"[(\[【]?\s*\bsources?\s*:|【", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherForm();
}
