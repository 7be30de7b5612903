using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>
/// Corrects p-values for the number of questions asked. Families, each per metric: the treatments over all segments (the configured correction); any
/// treatment together (one question, not corrected); the treatments in the segments (Benjamini–Hochberg, exploratory).
/// </summary>
internal sealed class ComparisonCorrection(CorrectionMethod method, double alpha)
{
    /// <summary>The comparisons with corrected p-values, in the same order.</summary>
    /// <param name="comparisons">What to correct.</param>
    /// <param name="allowed">Whether a result may be called significant at all; not when the split is broken or the arms were never sent.</param>
    public IReadOnlyList<Comparison> Apply(IReadOnlyList<Comparison> comparisons, bool allowed)
    {
        Comparison[] corrected = [.. comparisons];
        var families = Enumerable.Range(0, corrected.Length).Where(i => corrected[i].PValue is not null).GroupBy(i => (corrected[i].Metric, Family(corrected[i])));
        foreach (var family in families)
        {
            int[] members = [.. family];
            IReadOnlyList<double> adjusted = Adjust([.. members.Select(i => corrected[i].PValue!.Value)], family.Key.Item2);
            foreach ((int index, double p) in members.Zip(adjusted))
            {
                corrected[index] = corrected[index] with { PValueAdjusted = p, Significant = allowed && p < alpha };
            }
        }

        return corrected;
    }

    /// <summary>The family of a comparison.</summary>
    public static ComparisonFamily Family(Comparison comparison) =>
        comparison.Segment != SegmentId.All.Value ? ComparisonFamily.Segments
        : comparison.Arm == ArmId.AnyTreatment.Value ? ComparisonFamily.AnyTreatment
        : ComparisonFamily.Treatments;

    private IReadOnlyList<double> Adjust(IReadOnlyList<double> pValues, ComparisonFamily family) => family switch
    {
        ComparisonFamily.Segments => MultipleComparisons.BenjaminiHochberg(pValues),
        ComparisonFamily.Treatments when method == CorrectionMethod.Holm => MultipleComparisons.Holm(pValues),
        ComparisonFamily.Treatments when method == CorrectionMethod.BenjaminiHochberg => MultipleComparisons.BenjaminiHochberg(pValues),
        _ => pValues,
    };
}
