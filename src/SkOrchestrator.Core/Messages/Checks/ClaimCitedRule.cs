using System.Text.RegularExpressions;

namespace SkOrchestrator.Messages.Checks;

/// <summary>CITE-SENTENCE: a sentence that states a figure, a price, a date or a free service has its citation in it or right after it.</summary>
internal sealed partial class ClaimCitedRule : IDraftRule
{
    public const string Id = "CITE-SENTENCE";

    public IEnumerable<DraftProblem> Check(MessageDraft draft, DraftContext context) =>
        from sentence in SentenceReader.ReadCited(draft.Body)
        where sentence.Citations.Count == 0 && Claim().IsMatch(sentence.Text)
        select new DraftProblem(
            Id,
            ProblemSeverity.Error,
            $"A claim has no citation: \"{sentence.Text}\"",
            $"Put {CitationText.Format("Title", "Section")} after this sentence, or take the claim out.");

    [GeneratedRegex(@"[\d%€$£¥]|\bper ?cent\b|\bhalf[- ]price\b|\bfree (?:delivery|shipping|returns?|repairs?)\b|\b(?:January|February|April|June|July|August|September|October|November|December)\b|\b(?:in|by|until|from|of|this) (?:March|May)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Claim();
}
