namespace SkOrchestrator.Planning;

/// <summary>How a design would have fared on a past mail.</summary>
public sealed record BacktestResult
{
    /// <summary>The primary metric.</summary>
    public required string Metric { get; init; }

    /// <summary>How often the past mail was randomised again.</summary>
    public required int Replicates { get; init; }

    /// <summary>The seed.</summary>
    public required int Seed { get; init; }

    /// <summary>Customers who would be assigned.</summary>
    public required long Customers { get; init; }

    /// <summary>Segments.</summary>
    public required int Segments { get; init; }

    /// <summary>The rate of the past mail over these customers; null for a numeric metric.</summary>
    public double? Rate { get; init; }

    /// <summary>The significance level that false winners are held against.</summary>
    public required double Alpha { get; init; }

    /// <summary>The relative lift that was put into one treatment, in percent.</summary>
    public required double LiftPercent { get; init; }

    /// <summary>That treatment.</summary>
    public required string Treatment { get; init; }

    /// <summary>How often a winner is called though all arms got the same mail.</summary>
    public BacktestShare? FalseWinners { get; init; }

    /// <summary>How often the treatment with the lift is called a winner.</summary>
    public BacktestShare? Found { get; init; }

    /// <summary>What control costs.</summary>
    public ControlCost? ControlCost { get; init; }

    /// <summary>How it was done.</summary>
    public required string Method { get; init; }

    /// <summary>Why a number is missing; null when all are there.</summary>
    public string? NotEstimable { get; init; }
}
