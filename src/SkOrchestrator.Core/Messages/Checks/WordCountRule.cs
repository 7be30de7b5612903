namespace SkOrchestrator.Messages.Checks;

/// <summary>WORDS: the body has 100–200 words, counted by <see cref="WordCount"/>.</summary>
internal sealed class WordCountRule : IDraftRule
{
    public const string Id = "WORDS";
    private const int Minimum = 100;
    private const int Maximum = 200;

    public IEnumerable<DraftProblem> Check(MessageDraft draft, DraftContext context)
    {
        var words = WordCount.Of(draft.Body);
        if (words is < Minimum or > Maximum)
        {
            var change = words < Minimum ? $"Add at least {Minimum - words}" : $"Cut at least {words - Maximum}";
            yield return new DraftProblem(
                Id,
                ProblemSeverity.Error,
                $"The body has {words} words without citations.",
                $"{change}: {Minimum}–{Maximum} words are allowed.");
        }
    }
}
