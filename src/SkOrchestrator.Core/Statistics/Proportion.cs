namespace SkOrchestrator.Statistics;

/// <summary>Successes among trials.</summary>
internal readonly record struct Proportion
{
    /// <summary>Checks the counts: 0 ≤ successes ≤ trials.</summary>
    public Proportion(long successes, long trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        Successes = successes;
        Trials = trials;
    }

    /// <summary>Successes.</summary>
    public long Successes { get; }

    /// <summary>Trials.</summary>
    public long Trials { get; }

    /// <summary>Trials without success.</summary>
    public long Failures => Trials - Successes;

    /// <summary>Successes over trials; only meaningful with trials.</summary>
    public double Rate => (double)Successes / Trials;

    /// <summary>Variance of one trial, p(1 − p).</summary>
    public double UnitVariance => (double)Successes / Trials * ((double)Failures / Trials);

    /// <summary>Counts of two groups together.</summary>
    public static Proportion operator +(Proportion a, Proportion b) => new(a.Successes + b.Successes, a.Trials + b.Trials);
}
