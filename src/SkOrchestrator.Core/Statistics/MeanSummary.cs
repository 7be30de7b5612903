namespace SkOrchestrator.Statistics;

/// <summary>Count, mean and sample variance of a number per customer.</summary>
/// <param name="Count">Customers.</param>
/// <param name="Mean">Mean.</param>
/// <param name="Variance">Sample variance, with n − 1.</param>
internal readonly record struct MeanSummary(long Count, double Mean, double Variance)
{
    private const double SumPrecision = 1e-12;

    /// <summary>Variance of the mean.</summary>
    public double MeanVariance => Variance / Count;

    /// <summary>From sums; what can only be rounding counts as no variance. Without two customers the variance is 0 and not to be used.</summary>
    public static MeanSummary FromSums(long count, double sum, double sumOfSquares)
    {
        if (count == 0)
        {
            return default;
        }

        double mean = sum / count;
        double squares = sumOfSquares - (sum * mean);
        bool isRounding = !(squares > SumPrecision * sumOfSquares);
        return new(count, mean, count < 2 || isRounding ? 0 : squares / (count - 1));
    }

    /// <summary>From values, in two passes, so that a large offset costs no digits.</summary>
    public static MeanSummary FromValues(IReadOnlyCollection<double> values)
    {
        double first = values.First();
        double mean = first + values.Average(v => v - first);
        double squares = values.Sum(v => (v - mean) * (v - mean));
        double drift = values.Sum(v => v - mean);
        return new(values.Count, mean, values.Count < 2 ? 0 : (squares - (drift * drift / values.Count)) / (values.Count - 1));
    }
}
