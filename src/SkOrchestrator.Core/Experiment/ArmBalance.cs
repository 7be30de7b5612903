using SkOrchestrator.Statistics;

namespace SkOrchestrator.Experiment;

/// <summary>Whether something is as frequent in all arms, for remarks on the data before they are analysed.</summary>
public static class ArmBalance
{
    /// <summary>
    /// The p-value of the hypothesis that customers have something at the same rate in all arms: Pearson's chi-square test of homogeneity (1900), exact with
    /// small counts (Fisher 1934, Freeman and Halton 1951); null where there is nothing to compare.
    /// </summary>
    /// <param name="arms">By arm: customers who have it, and all customers.</param>
    public static double? PValue(IReadOnlyList<(long Have, long All)> arms)
    {
        ArgumentNullException.ThrowIfNull(arms);
        return DifferentialLossTest.Of([.. arms.Select(a => new Proportion(a.Have, a.All))]).OrNull()?.PValue;
    }

    /// <summary>
    /// Whether the arms' shares differ between segments by more than chance explains: in some segment the arms depart from their shares over all these segments
    /// with a p-value below 0.001 over the number of segments (Pearson's chi-square test of fit, Bonferroni).
    /// </summary>
    /// <param name="segments">Customers by arm, the same arms in every segment.</param>
    public static bool DiffersBySegment(IReadOnlyList<IReadOnlyList<long>> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        if (segments.Count < 2)
        {
            return false;
        }

        double[] shares = [.. Enumerable.Range(0, segments[0].Count).Select(arm => segments.Sum(s => (double)s[arm]))];
        return segments.Any(s => SampleRatioTest.Of(s, shares).OrNull()?.PValue < SampleRatioTest.AlarmLevel / segments.Count);
    }
}
