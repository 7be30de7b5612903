namespace SkOrchestrator.Experiment;

/// <summary>What is known of control before sending: a rate, or the mean and standard deviation of a number per customer.</summary>
public sealed record PowerBaseline
{
    private PowerBaseline(double mean, double? standardDeviation)
    {
        Mean = mean;
        StandardDeviation = standardDeviation;
    }

    /// <summary>The rate, 0 to 1, or the mean.</summary>
    public double Mean { get; }

    /// <summary>The standard deviation of a number per customer; null for a rate, which has its own.</summary>
    public double? StandardDeviation { get; }

    /// <summary>A rate.</summary>
    /// <param name="rate">Share of assigned customers with the event, above 0 and below 1.</param>
    public static PowerBaseline OfRate(double rate) => new(rate, null);

    /// <summary>A number per customer, such as revenue.</summary>
    /// <param name="mean">Its mean over all assigned customers, zeros included; above 0.</param>
    /// <param name="standardDeviation">Its standard deviation over them; above 0.</param>
    public static PowerBaseline OfMean(double mean, double standardDeviation) => new(mean, standardDeviation);
}
