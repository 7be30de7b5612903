using System.Text.RegularExpressions;

namespace SkOrchestrator.Messages.Checks;

/// <summary>SPAM: no faked reply; few capitals and exclamation marks.</summary>
internal sealed partial class SpamRule : IDraftRule
{
    public const string Id = "SPAM";
    private const double CapitalShare = 0.3;

    public IEnumerable<DraftProblem> Check(MessageDraft draft, DraftContext context)
    {
        if (FakeReply().Match(draft.Subject) is { Success: true } reply)
        {
            yield return new DraftProblem(
                Id,
                ProblemSeverity.Error,
                $"The subject looks like a reply: \"{reply.Value.Trim()}\".",
                "Take it out; a faked reply misleads the reader.");
        }

        foreach (var part in DraftPart.Of(draft))
        {
            string[] words = [.. Word().Matches(part.Text).Select(m => m.Value)];
            var capitals = words.Count(w => w.All(char.IsUpper));
            if (capitals > 1 && capitals > CapitalShare * words.Length)
            {
                yield return Warning($"The {part.Name} is largely in capitals ({capitals} of {words.Length} words).", "Write in ordinary case.");
            }

            if (part.Text.Count(c => c == '!') > 1)
            {
                yield return Warning($"The {part.Name} has more than one exclamation mark.", "Keep one at most.");
            }
        }
    }

    private static DraftProblem Warning(string message, string fix) => new(Id, ProblemSeverity.Warning, message, fix);

    [GeneratedRegex(@"^\s*(?:re|fwd?|aw|wg)\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FakeReply();

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
