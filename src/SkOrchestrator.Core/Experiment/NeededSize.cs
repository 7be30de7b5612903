namespace SkOrchestrator.Experiment;

/// <summary>Customers that a lift needs, with arms in the planned ratio.</summary>
/// <param name="LiftPercent">The relative lift, in percent.</param>
/// <param name="Control">Customers in control; null where there is no such number.</param>
/// <param name="Treatment">Customers in each treatment.</param>
public sealed record NeededSize(double LiftPercent, long? Control, long? Treatment)
{
    /// <summary>Whether the continuity correction for Fisher's exact test is in it.</summary>
    public bool ExactTest { get; init; }

    /// <summary>Why there is no size; null when there is one.</summary>
    public string? NotEstimable { get; init; }
}
