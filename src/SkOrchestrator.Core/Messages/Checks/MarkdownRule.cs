using System.Text.RegularExpressions;

namespace SkOrchestrator.Messages.Checks;

/// <summary>MARKDOWN: a mail is plain text.</summary>
internal sealed partial class MarkdownRule : IDraftRule
{
    public const string Id = "MARKDOWN";

    public IEnumerable<DraftProblem> Check(MessageDraft draft, DraftContext context) =>
        from part in DraftPart.Of(draft)
        let markup = Markup().Match(part.Text)
        where markup.Success
        select new DraftProblem(
            Id,
            ProblemSeverity.Error,
            $"The {part.Name} has markup: \"{markup.Value.Trim()}\".",
            "Write plain sentences without asterisks, hashes, backticks, links or lists.");

    [GeneratedRegex(@"\*\*|__|#|`|\[[^\]\n]*\]\([^)\n]*\)|^[ \t]*(?:[-*+•‣–]|\d{1,2}[.)]|>)[ \t]|^[ \t]*(?:-{3,}|={3,}|\*{3,})[ \t]*$|(?<!\w)[*_]\w[^*_\n]*\w[*_](?!\w)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
