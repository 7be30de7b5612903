namespace SkOrchestrator.Messages.Checks;

/// <summary>CTA: the link has a short text of its own, without an address.</summary>
internal sealed class CallToActionRule : IDraftRule
{
    public const string Id = "CTA";
    private const int Limit = 40;

    public IEnumerable<DraftProblem> Check(MessageDraft draft, DraftContext context)
    {
        var label = draft.CallToAction;
        if (string.IsNullOrWhiteSpace(label))
        {
            yield return Error("There is no call to action.", "Write two to five words that say what the link does.");
        }
        else if (label.Length > Limit)
        {
            yield return Error($"The call to action has {label.Length} characters.", $"Shorten it to at most {Limit}.");
        }

        if (LinkRule.Find(label) is { } link)
        {
            yield return Error($"The call to action has an address: \"{link}\".", "Write words only; the address is set by code.");
        }

        if (label.AsSpan().IndexOfAny('\r', '\n') >= 0)
        {
            yield return Error("The call to action has a line break.", "Write it on one line.");
        }
    }

    private static DraftProblem Error(string message, string fix) => new(Id, ProblemSeverity.Error, message, fix);
}
