using System.Text.RegularExpressions;

namespace SkOrchestrator.Messages.Checks;

/// <summary>FORMAT: all parts are there, one-line parts are on one line and of a length that mail programs show, and nothing is labelled.</summary>
internal sealed partial class FormatRule : IDraftRule
{
    public const string Id = "FORMAT";
    private const int SubjectLimit = 78;
    private const int SubjectShown = 60;
    private const int PreheaderMinimum = 20;
    private const int PreheaderMaximum = 110;

    public IEnumerable<DraftProblem> Check(MessageDraft draft, DraftContext context)
    {
        foreach (var part in DraftPart.Of(draft).Where(p => p.Name != "call to action"))
        {
            if (string.IsNullOrWhiteSpace(part.Text))
            {
                yield return Error($"The {part.Name} is empty.", $"Write a {part.Name}.");
            }
            else if (Label().Match(part.Text) is { Success: true } label)
            {
                yield return Error(
                    $"The {part.Name} has the label \"{label.Value.Trim()}\".",
                    "Write the text itself; the fields of the answer already say which part is which.");
            }
        }

        foreach (var (name, text) in new[] { ("subject", draft.Subject), ("preheader", draft.Preheader) })
        {
            if (text.AsSpan().IndexOfAny('\r', '\n') >= 0)
            {
                yield return Error($"The {name} has a line break.", $"Write the {name} on one line.");
            }

            if (text.Contains("[Source:", StringComparison.OrdinalIgnoreCase))
            {
                yield return Error($"The {name} has a citation.", "Cite in the body only.");
            }
        }

        if (draft.Subject.Length > SubjectLimit)
        {
            yield return Error($"The subject has {draft.Subject.Length} characters.", $"Shorten it to at most {SubjectShown} characters.");
        }
        else if (draft.Subject.Length > SubjectShown)
        {
            yield return Warning($"The subject has {draft.Subject.Length} characters.", $"Phones cut it off after about {SubjectShown}: shorten it.");
        }

        if (draft.Preheader.Trim().Length is > 0 and (< PreheaderMinimum or > PreheaderMaximum))
        {
            yield return Warning(
                $"The preheader has {draft.Preheader.Trim().Length} characters.",
                $"Write {PreheaderMinimum}–{PreheaderMaximum} characters.");
        }
    }

    private static DraftProblem Error(string message, string fix) => new(Id, ProblemSeverity.Error, message, fix);

    private static DraftProblem Warning(string message, string fix) => new(Id, ProblemSeverity.Warning, message, fix);

    [GeneratedRegex(@"^[ \t*_#]*(?:subject(?: line)?|preheader|preview(?: text)?|body|e-?mail|call to action|cta)[*_ ]*:", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}
