namespace SkOrchestrator.Statistics;

/// <summary>
/// Two numbers per customer, by count, means and centred sums: all that variance reduction (x measured before sending, y after) and ratio metrics
/// (x denominator, y numerator) need. Summaries of parts add up to the summary of the whole.
/// </summary>
/// <param name="Count">Customers, 0 or more.</param>
/// <param name="MeanX">Mean of x.</param>
/// <param name="MeanY">Mean of y.</param>
/// <param name="SquaresX">Sum of squared deviations of x from its mean.</param>
/// <param name="SquaresY">Sum of squared deviations of y from its mean.</param>
/// <param name="Products">Sum of products of both deviations.</param>
public readonly record struct PairedSummary(long Count, double MeanX, double MeanY, double SquaresX, double SquaresY, double Products)
{
    /// <summary>The first number alone.</summary>
    public MeanSummary X => MeanSummary.FromMoments(Count, MeanX, SquaresX);

    /// <summary>The second number alone.</summary>
    public MeanSummary Y => MeanSummary.FromMoments(Count, MeanY, SquaresY);

    /// <summary>From values, in one pass that keeps its digits under large offsets (Welford 1962).</summary>
    /// <param name="values">x and y of all customers.</param>
    public static PairedSummary FromValues(IEnumerable<(double X, double Y)> values) =>
        values.Aggregate(default(PairedSummary), (sum, v) => sum + new PairedSummary(1, v.X, v.Y, 0, 0, 0));

    /// <summary>Both groups together, without the cancellation of sums of squares (Chan, Golub and LeVeque 1979).</summary>
    public static PairedSummary operator +(PairedSummary a, PairedSummary b)
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return a.Count == 0 ? b : a;
        }

        long count = a.Count + b.Count;
        double share = (double)b.Count / count;
        double weight = a.Count * share;
        double gapX = b.MeanX - a.MeanX;
        double gapY = b.MeanY - a.MeanY;
        return new(
            count,
            a.MeanX + (gapX * share),
            a.MeanY + (gapY * share),
            a.SquaresX + b.SquaresX + (gapX * gapX * weight),
            a.SquaresY + b.SquaresY + (gapY * gapY * weight),
            a.Products + b.Products + (gapX * gapY * weight));
    }
}
