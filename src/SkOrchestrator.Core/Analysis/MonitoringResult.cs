namespace SkOrchestrator.Analysis;

/// <summary>What may be said before the planned end, whatever the number of looks.</summary>
/// <param name="Method"><c>none</c>, <c>group_sequential</c> or <c>confidence_sequence</c>.</param>
/// <param name="InformationShare">Share of the planned information that is in, 0 to 1.</param>
/// <param name="Arms">The treatments on the primary metric.</param>
public sealed record MonitoringResult(string Method, double? InformationShare, IReadOnlyList<MonitoredArm> Arms)
{
    /// <summary>The number of the latest planned look, from 1; null before the first one and with other methods.</summary>
    public int? Look { get; init; }

    /// <summary>The number of planned looks; null with other methods.</summary>
    public int? Looks { get; init; }

    /// <summary>The always-valid p-value of the split.</summary>
    public double? SampleRatioPValue { get; init; }

    /// <summary>Why there is no result; null when there is one.</summary>
    public string? NotEstimable { get; init; }
}
