namespace SkOrchestrator.Data.Tables;

/// <summary>Means, squared deviations and the product of deviations of two numbers per customer, one customer after the other (Welford 1962, Bennett et al. 2009).</summary>
internal sealed class JointMoments
{
    public long Count { get; private set; }

    public double MeanFirst { get; private set; }

    public double MeanSecond { get; private set; }

    public double SquaresFirst { get; private set; }

    public double SquaresSecond { get; private set; }

    public double Products { get; private set; }

    public void Add(double first, double second)
    {
        Count++;
        var gapFirst = first - MeanFirst;
        MeanFirst += gapFirst / Count;
        SquaresFirst += gapFirst * (first - MeanFirst);
        var gapSecond = second - MeanSecond;
        MeanSecond += gapSecond / Count;
        SquaresSecond += gapSecond * (second - MeanSecond);
        Products += gapFirst * (second - MeanSecond);
    }
}
