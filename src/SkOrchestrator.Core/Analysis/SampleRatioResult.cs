using SkOrchestrator.Experiment;

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

    /// <summary>Whether p is below 0.001 at some stage, or assignment does not have exactly the planned counts: then there is no verdict.</summary>
    public bool Mismatch { get; init; }

    /// <summary>The stage that the numbers above belong to: the first one with a mismatch, else the last one that could be tested.</summary>
    public string Stage { get; init; } = StageName.Assigned;

    /// <summary>Whether assignment itself has exactly the planned counts; null where assignment was done elsewhere.</summary>
    public bool? AssignmentIsExact { get; init; }

    /// <summary>The check at each stage that is known.</summary>
    public IReadOnlyList<StageRatio> Stages { get; init; } = [];

    /// <summary>Deliveries, bounces and machine opens by arm; empty where nothing is known of them.</summary>
    public IReadOnlyList<ArmDelivery> Delivery { get; init; } = [];

    /// <summary>The check in each segment.</summary>
    public IReadOnlyList<SegmentSampleRatio> Segments { get; init; } = [];
}
