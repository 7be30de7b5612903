namespace SkOrchestrator.Statistics;

/// <summary>A sample size per arm.</summary>
/// <param name="PerArm">Customers, not rounded.</param>
internal sealed record SampleSize(double PerArm)
{
    /// <summary>Whole customers, or null when the number means nothing any more.</summary>
    public long? Customers => PerArm < 1e15 ? (long)Math.Ceiling(PerArm) : null;
}
