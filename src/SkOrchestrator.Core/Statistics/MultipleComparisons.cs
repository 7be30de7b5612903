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
    public static IReadOnlyList<double> BenjaminiHochberg(IReadOnlyList<double> pValues)
    {
        double[] adjusted = new double[pValues.Count];
        double running = 1;
        int rank = pValues.Count;
        foreach (int index in Ascending(pValues).Reverse())
        {
            running = Math.Min(running, pValues[index] * ((double)pValues.Count / rank--));
            adjusted[index] = running;
        }

        return adjusted;
    }

    private static IEnumerable<int> Ascending(IReadOnlyList<double> pValues) => Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i]);
}
