namespace SkOrchestrator.Statistics;

/// <summary>Count, mean and sample variance of a number per customer. Summaries of parts add up to the summary of the whole.</summary>
/// <param name="Count">Customers, 0 or more.</param>
/// <param name="Mean">Mean; 0 without customers.</param>
/// <param name="Variance">Sample variance, with n − 1; 0 and not to be used with fewer than 2 customers.</param>
public readonly record struct MeanSummary(long Count, double Mean, double Variance)
{
    private const double SumPrecision = 1e-12;

    /// <summary>Variance of the mean.</summary>
    public double MeanVariance => Variance / Count;

    /// <summary>Sum of squared deviations from the mean.</summary>
    public double SquaredDeviations => Count < 2 ? 0 : Variance * (Count - 1);

    /// <summary>From the mean and the sum of squared deviations from it.</summary>
    /// <param name="count">Customers.</param>
    /// <param name="mean">Mean.</param>
    /// <param name="squaredDeviations">Sum of squared deviations from the mean.</param>
    public static MeanSummary FromMoments(long count, double mean, double squaredDeviations) =>
        count == 0 ? default : new(count, mean, count < 2 ? 0 : Math.Max(0, squaredDeviations) / (count - 1));

    /// <summary>From sums; what can only be rounding counts as no variance. Large offsets cost digits: use moments or values where they are at hand.</summary>
    /// <param name="count">Customers.</param>
    /// <param name="sum">Sum of the values.</param>
    /// <param name="sumOfSquares">Sum of their squares.</param>
    public static MeanSummary FromSums(long count, double sum, double sumOfSquares)
    {
        if (count == 0)
        {
            return default;
        }

        double mean = sum / count;
        double squares = sumOfSquares - (sum * mean);
        return FromMoments(count, mean, squares > SumPrecision * sumOfSquares ? squares : 0);
    }

    /// <summary>From values, in two passes, so that a large offset costs no digits.</summary>
    /// <param name="values">Values of all customers.</param>
    public static MeanSummary FromValues(IReadOnlyCollection<double> values)
    {
        if (values.Count == 0)
        {
            return default;
        }

        double first = values.First();
        double mean = first + values.Average(v => v - first);
        double squares = values.Sum(v => (v - mean) * (v - mean));
        double drift = values.Sum(v => v - mean);
        return FromMoments(values.Count, mean, squares - (drift * drift / values.Count));
    }

    /// <summary>Both groups together, without the cancellation of sums of squares (Chan, Golub and LeVeque 1979).</summary>
    public static MeanSummary operator +(MeanSummary a, MeanSummary b)
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return a.Count == 0 ? b : a;
        }

        long count = a.Count + b.Count;
        double share = (double)b.Count / count;
        double gap = b.Mean - a.Mean;
        return FromMoments(count, a.Mean + (gap * share), a.SquaredDeviations + b.SquaredDeviations + (gap * gap * a.Count * share));
    }
}
