namespace SkOrchestrator.Statistics;

/// <summary>A sample size per arm.</summary>
/// <param name="PerArm">Customers, not rounded.</param>
internal sealed record SampleSize(double PerArm)
{
    private const double Largest = 1e15;

    /// <summary>Whole customers, or null when the number means nothing any more.</summary>
    public long? Customers => CustomersOf(1);

    /// <summary>Whole customers of an arm that is <paramref name="ratio"/> times as large, or null when the number means nothing any more.</summary>
    public long? CustomersOf(double ratio) => PerArm * ratio < Largest ? (long)Math.Ceiling(PerArm * ratio) : null;
}
