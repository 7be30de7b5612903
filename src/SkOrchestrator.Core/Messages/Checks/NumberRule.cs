using SkOrchestrator.Retrieval;

namespace SkOrchestrator.Messages.Checks;

/// <summary>
/// NUMBER: every figure of a cited sentence occurs in a section it cites, and every figure of subject, preheader and link text in some cited section. The declared
/// offer of the document counts as part of its sections.
/// </summary>
internal sealed class NumberRule : IDraftRule
{
    public const string Id = "NUMBER";

    public IEnumerable<DraftProblem> Check(MessageDraft draft, DraftContext context)
    {
        var sentences = SentenceReader.ReadCited(draft.Body);
        var allCitations = sentences.SelectMany(s => s.Citations).Distinct(StringComparer.Ordinal).ToList();
        foreach (var part in DraftPart.Of(draft).Where(p => p.Name != "body"))
        {
            foreach (var problem in Check(part.Text, part.Name, allCitations, context.Snippets))
            {
                yield return problem;
            }
        }

        foreach (var sentence in sentences.Where(s => s.Citations.Count > 0))
        {
            foreach (var problem in Check(sentence.Text, "body", sentence.Citations, context.Snippets))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<DraftProblem> Check(string text, string part, IReadOnlyList<string> citations, IReadOnlyList<Snippet> snippets)
    {
        Figure[] claims = [.. FigureReader.ReadClaims(text)];
        if (claims.Length == 0)
        {
            return [];
        }

        Figure[] source = [.. citations.SelectMany(c => CitedSections.Find(c, snippets)).Distinct().SelectMany(FiguresOf)];
        return claims.Where(claim => !source.Any(claim.IsSupportedBy)).DistinctBy(claim => claim.Text).Select(claim => new DraftProblem(
            Id,
            ProblemSeverity.Error,
            $"\"{claim.Text}\" in the {part} is not in the cited source: \"{text}\"",
            "State only figures of the section you cite, with their unit, or cite the section that has it."));
    }

    private static IEnumerable<Figure> FiguresOf(Snippet snippet)
    {
        var figures = FigureReader.ReadSource($"{snippet.Title}\n{snippet.Section}\n{snippet.Text}");
        return snippet.Offer is { } offer ? figures.Concat(FigureReader.ReadOffer(offer)) : figures;
    }
}
