using System.Text.RegularExpressions;

namespace SkOrchestrator.Messages.Checks;

/// <summary>PLACEHOLDER: nothing is left to be filled in. Citations are the only brackets of a draft.</summary>
internal sealed partial class PlaceholderRule : IDraftRule
{
    public const string Id = "PLACEHOLDER";

    public IEnumerable<DraftProblem> Check(MessageDraft draft, DraftContext context) =>
        from part in DraftPart.Of(draft)
        from placeholder in Placeholder().Matches(part.Text).Select(m => m.Value.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)
        select new DraftProblem(
            Id,
            ProblemSeverity.Error,
            $"The {part.Name} has a placeholder: \"{placeholder}\".",
            "Write a complete text that fits every reader; leave out what you don't know. Brackets are for citations only.");

    [GeneratedRegex(@"\[[^\]\n]*\]?|\]|\{+[^}\n]*\}*|\}|<[A-Za-z/][^<>\n]*>|\*\|[^|\n]*\|\*|%[A-Z_]{2,}%|\b(?:TODO|TBD|TBC|FIXME|XXX)\b|(?i:\blorem ipsum\b|\binsert (?:your |the )?(?:name|company|link)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
