namespace SkOrchestrator.Segmentation;

/// <summary>Agreement of two groupings of the same rows, corrected for chance. Source: Hubert and Arabie, Comparing partitions, 1985, equation 5.</summary>
public static class AdjustedRandIndex
{
    /// <summary>1 for equal groupings whatever their numbering, about 0 for unrelated ones.</summary>
    /// <param name="first">The group of each row.</param>
    /// <param name="second">The other group of each row, in the same order.</param>
    public static double Of(IReadOnlyList<int> first, IReadOnlyList<int> second)
    {
        if (first.Count != second.Count)
        {
            throw new ArgumentException("both groupings must cover the same rows", nameof(second));
        }

        var both = Pairs(first.Zip(second));
        var one = Pairs(first);
        var other = Pairs(second);
        var expected = first.Count < 2 ? 0 : one * other / (first.Count * (first.Count - 1.0) / 2);
        var largest = (one + other) / 2;
        return largest == expected ? 1 : (both - expected) / (largest - expected);
    }

    private static double Pairs<T>(IEnumerable<T> groups)
        where T : notnull => groups.CountBy(g => g).Sum(g => g.Value * (g.Value - 1.0) / 2);
}
