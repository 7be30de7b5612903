namespace SkOrchestrator.Experiment;

/// <summary>What an experiment of this size can show.</summary>
public sealed record PowerPlan
{
    /// <summary>Alpha of one treatment, corrected for their number.</summary>
    public required double CorrectedAlpha { get; init; }

    /// <summary>The smallest rise of the rate (as a fraction) or of the mean that is found with the wanted power; null where none is.</summary>
    public double? DetectableDifference { get; init; }

    /// <summary>The same in percent of the baseline.</summary>
    public double? DetectableLiftPercent { get; init; }

    /// <summary>Whether an expected count is below 5 at that rise, so that Fisher's exact test will decide and its strictness is counted in.</summary>
    public bool ExactTest { get; init; }

    /// <summary>The sizes needed for the lifts that were asked for, in that order.</summary>
    public IReadOnlyList<NeededSize> Needed { get; init; } = [];

    /// <summary>The power for the lift that was asked for, 0 to 1; null without one, or where it can't be.</summary>
    public double? AchievedPower { get; init; }

    /// <summary>Why a number is missing; null when all are there.</summary>
    public string? NotEstimable { get; init; }
}
