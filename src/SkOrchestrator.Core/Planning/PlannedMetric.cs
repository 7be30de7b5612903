using SkOrchestrator.Experiment;

namespace SkOrchestrator.Planning;

/// <summary>What the planned experiment can show on one metric.</summary>
public sealed record PlannedMetric
{
    /// <summary>The metric.</summary>
    public required string Metric { get; init; }

    /// <summary>Whether the verdict rests on it.</summary>
    public required bool IsPrimary { get; init; }

    /// <summary>Days after sending that an event counts.</summary>
    public required double WindowDays { get; init; }

    /// <summary>What is known of control; null when nothing is.</summary>
    public required MetricBaseline? Baseline { get; init; }

    /// <summary>The relative lift that <see cref="Achieved"/> is for, in percent.</summary>
    public required double SmallestEffectPercent { get; init; }

    /// <summary>The power for that lift, 0 to 1.</summary>
    public double? Achieved { get; init; }

    /// <summary>The relative lift that is found with 80 % power, in percent.</summary>
    public double? DetectableLiftPercent { get; init; }

    /// <summary>The same as a difference: a fraction for a rate, else in the unit of the metric.</summary>
    public double? DetectableDifference { get; init; }

    /// <summary>Customers that lifts of 5, 10 and 20 % need.</summary>
    public IReadOnlyList<NeededSize> Needed { get; init; } = [];

    /// <summary>Customers of control that the smallest effect needs.</summary>
    public long? NeededForSmallestEffect { get; init; }

    /// <summary>The power for some lifts.</summary>
    public IReadOnlyList<PowerPoint> Curve { get; init; } = [];

    /// <summary>What can be expected of a verdict.</summary>
    public required MetricOutlook Outlook { get; init; }

    /// <summary>Why a number is missing; null when all are there.</summary>
    public string? NotEstimable { get; init; }
}
