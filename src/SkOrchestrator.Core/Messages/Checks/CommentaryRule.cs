using System.Text.RegularExpressions;

namespace SkOrchestrator.Messages.Checks;

/// <summary>COMMENTARY: the writer doesn't speak of itself or of its text.</summary>
internal sealed partial class CommentaryRule : IDraftRule
{
    public const string Id = "COMMENTARY";

    public IEnumerable<DraftProblem> Check(MessageDraft draft, DraftContext context) =>
        from part in DraftPart.Of(draft)
        let remark = Remark().Match(part.Text)
        where remark.Success
        select new DraftProblem(
            Id,
            ProblemSeverity.Error,
            $"The {part.Name} comments on itself: \"{remark.Value}\".",
            "Return only what the customer should read, with no remark about the text, the task or yourself.");

    [GeneratedRegex(@"\bas an? (?:AI|(?:large )?language model|assistant)\b|\bI(?:'|’)?m (?:just )?an AI\b|\bthis e-?mail\b|\bthis draft\b|\b(?:here(?:'|’)?s|here is|below is) (?:your|the|a|an)\b[^.\n]{0,40}\b(?:e-?mail|draft|message|variant|version|copy)\b|\bhere is your\b|\bI hope this (?:draft|e-?mail|message|helps)\b|\b(?:target|this) segment\b|\bword count\b|\bI (?:cannot|can(?:'|’)t|am unable to) (?:write|help|assist|comply)\b|\blet me know if you(?:(?:'|’)d| would) like (?:me|any changes)\b|\bas (?:requested|instructed)\b|^\s*(?:sure|certainly|of course)[,!]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Remark();
}
