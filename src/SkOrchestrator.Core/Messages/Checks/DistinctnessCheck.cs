using System.Globalization;

namespace SkOrchestrator.Messages.Checks;

/// <summary>DISTINCT: the variants of a segment differ. Two bodies are too alike when their word triples overlap by more than 0.6 (Jaccard index, citations left out).</summary>
public static class DistinctnessCheck
{
    /// <summary>The rule's id.</summary>
    public const string Id = "DISTINCT";

    private const double Limit = 0.6;
    private const int RunLength = 3;

    /// <summary>A warning for each pair of variants that are too alike.</summary>
    /// <param name="variants">The written variants of one segment.</param>
    public static IReadOnlyList<DraftProblem> Check(IReadOnlyList<MessageVariant> variants)
    {
        ArgumentNullException.ThrowIfNull(variants);
        var runs = variants.Select(v => WordSet.Runs(CitationText.Remove(v.Body), RunLength)).ToList();
        var problems = new List<DraftProblem>();
        for (var i = 0; i < variants.Count; i++)
        {
            for (var j = i + 1; j < variants.Count; j++)
            {
                var overlap = WordSet.Overlap(runs[i], runs[j]);
                if (overlap > Limit)
                {
                    problems.Add(new DraftProblem(
                        Id,
                        ProblemSeverity.Warning,
                        string.Create(CultureInfo.InvariantCulture, $"{variants[i].VariantId} and {variants[j].VariantId} share {overlap:P0} of their word triples."),
                        "Open differently, choose other facts, and change the build of the sentences."));
                }
            }
        }

        return problems;
    }
}
