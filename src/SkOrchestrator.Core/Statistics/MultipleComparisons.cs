namespace SkOrchestrator.Statistics;

/// <summary>p-values corrected for the size of their family, in input order.</summary>
internal static class MultipleComparisons
{
    /// <summary>Holm (1979), step down: controls the chance of any false finding in the family.</summary>
    public static IReadOnlyList<double> Holm(IReadOnlyList<double> pValues)
    {
        double[] adjusted = new double[pValues.Count];
        double running = 0;
        int remaining = pValues.Count;
        foreach (int index in Ascending(pValues))
        {
            running = Math.Max(running, Math.Min(1, pValues[index] * remaining--));
            adjusted[index] = running;
        }

        return adjusted;
    }

    /// <summary>Benjamini and Hochberg (1995), step up: controls the share of false findings among the findings.</summary>
    public static IReadOnlyList<double> BenjaminiHochberg(IReadOnlyList<double> pValues) => StepUp(pValues, rank => (double)pValues.Count / rank);

    /// <summary>Bonferroni (1936): every p-value times the size of the family; never needed where Holm can be used.</summary>
    public static IReadOnlyList<double> Bonferroni(IReadOnlyList<double> pValues) => [.. pValues.Select(p => Math.Min(1, p * pValues.Count))];

    /// <summary>Hochberg (1988), step up: as Holm with more power, for independent or positively dependent tests.</summary>
    public static IReadOnlyList<double> Hochberg(IReadOnlyList<double> pValues) => StepUp(pValues, rank => pValues.Count - rank + 1);

    /// <summary>Benjamini and Yekutieli (2001), step up: the share of false findings under any dependence.</summary>
    public static IReadOnlyList<double> BenjaminiYekutieli(IReadOnlyList<double> pValues)
    {
        double harmonic = Enumerable.Range(1, pValues.Count).Sum(i => 1.0 / i);
        return StepUp(pValues, rank => harmonic * pValues.Count / rank);
    }

    /// <summary>From the largest p-value to the smallest, each times the factor of its rank.</summary>
    private static double[] StepUp(IReadOnlyList<double> pValues, Func<int, double> factor)
    {
        double[] adjusted = new double[pValues.Count];
        double running = 1;
        int rank = pValues.Count;
        foreach (int index in Ascending(pValues).Reverse())
        {
            running = Math.Min(running, pValues[index] * factor(rank--));
            adjusted[index] = running;
        }

        return adjusted;
    }

    private static IEnumerable<int> Ascending(IReadOnlyList<double> pValues) => Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i]);
}
