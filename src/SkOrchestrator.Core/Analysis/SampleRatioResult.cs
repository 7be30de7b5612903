namespace SkOrchestrator.Analysis;

/// <summary>The check of arm counts against the planned shares.</summary>
public sealed record SampleRatioResult
{
    /// <summary>Chi-square, added over segments; null where not estimable.</summary>
    public double? ChiSquare { get; init; }

    /// <summary>Degrees of freedom, added over segments.</summary>
    public int DegreesOfFreedom { get; init; }

    /// <summary>p-value.</summary>
    public double? PValue { get; init; }

    /// <summary>Whether p is below 0.001.</summary>
    public bool Mismatch { get; init; }

    /// <summary>The check in each segment.</summary>
    public IReadOnlyList<SegmentSampleRatio> Segments { get; init; } = [];
}
