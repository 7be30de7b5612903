namespace SkOrchestrator.Statistics;

/// <summary>
/// Bounds for a fixed number of planned looks: with them, all looks together find a difference that is not there with probability α.
/// </summary>
/// <param name="CumulativeAlpha">Two-sided probability spent until each look.</param>
/// <param name="ZBounds">By look, the |z| from which the difference is significant; infinite where nothing may be spent yet.</param>
/// <param name="NominalP">By look, the two-sided p-value that belongs to the bound.</param>
internal sealed record GroupSequentialBounds(IReadOnlyList<double> CumulativeAlpha, IReadOnlyList<double> ZBounds, IReadOnlyList<double> NominalP)
{
    private const double ShortestStep = 1e-6;
    private const double LargestBound = 40;

    /// <summary>Bounds with Lan and DeMets' spending of the O'Brien–Fleming type, from the joint distribution of all looks.</summary>
    /// <param name="informationFractions">By look, the share of the planned information (customers) that is there, ascending, above 0 up to 1.</param>
    /// <param name="alpha">Two-sided level of all looks together, above 0 and below 1.</param>
    public static Estimated<GroupSequentialBounds> OBrienFleming(IReadOnlyList<double> informationFractions, double alpha)
    {
        if (Undefined(informationFractions, alpha) is NotEstimable missing)
        {
            return missing;
        }

        double[] spent = [.. informationFractions.Select(t => LanDeMetsSpending.OBrienFleming(t, alpha))];
        double[] bounds = new double[spent.Length];
        var process = new StoppedBrownianMotion();
        for (int look = 0; look < bounds.Length; look++)
        {
            double step = spent[look] - (look == 0 ? 0 : spent[look - 1]);
            process.Advance(informationFractions[look], look + 1 < bounds.Length ? informationFractions[look + 1] : null);
            bounds[look] = step > 0 && process.ExitProbability(LargestBound) < step
                ? Bisection.Edge(0, LargestBound, z => process.ExitProbability(z) < step)
                : double.PositiveInfinity;
            process.StopBeyond(Math.Min(bounds[look], LargestBound));
        }

        return new GroupSequentialBounds(spent, bounds, [.. bounds.Select(NormalTail.TwoSided)]);
    }

    private static NotEstimable? Undefined(IReadOnlyList<double> fractions, double alpha)
    {
        if (!(alpha > 0 && alpha < 1))
        {
            return new NotEstimable("the level is not between 0 and 1");
        }

        if (fractions.Count == 0)
        {
            return new NotEstimable("no look is planned");
        }

        bool ascending = fractions.Select((t, i) => t - (i == 0 ? 0 : fractions[i - 1])).All(step => step >= ShortestStep);
        return ascending && fractions[^1] <= 1 ? null : new NotEstimable("the looks are not at ascending shares of the planned information, above 0 up to 1");
    }
}
