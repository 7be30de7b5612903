namespace SkOrchestrator.Experiment;

/// <summary>What <see cref="PowerPlanner"/> is asked: how much a comparison of one treatment with control can show.</summary>
public sealed record PowerQuestion
{
    /// <summary>What is known of control.</summary>
    public required PowerBaseline Baseline { get; init; }

    /// <summary>Customers in control.</summary>
    public required long Control { get; init; }

    /// <summary>Customers in the treatment; the smallest one where there are several.</summary>
    public required long Treatment { get; init; }

    /// <summary>Treatments that are compared with control; alpha is divided by their number (Bonferroni, which Holm is never worse than).</summary>
    public int Treatments { get; init; } = 1;

    /// <summary>Two-sided significance level, between 0 and 1.</summary>
    public double Alpha { get; init; } = 0.05;

    /// <summary>The power that is wanted, between 0 and 1.</summary>
    public double Target { get; init; } = 0.8;

    /// <summary>Relative lifts in percent that the needed sizes are given for.</summary>
    public IReadOnlyList<double> LiftsPercent { get; init; } = [5, 10, 20];

    /// <summary>A relative lift in percent that the achieved power is given for; null = none.</summary>
    public double? LiftPercent { get; init; }

    /// <summary>The question for customers who are shared out by weights; sizes are rounded down.</summary>
    /// <param name="baseline">What is known of control.</param>
    /// <param name="customers">Customers who will be assigned.</param>
    /// <param name="control">Planned weight of control, above 0.</param>
    /// <param name="treatments">Planned weights of the treatments; those of weight 0 don't take part.</param>
    public static PowerQuestion OfWeights(PowerBaseline baseline, long customers, double control, IReadOnlyList<double> treatments)
    {
        double[] active = [.. treatments.Where(w => w > 0)];
        double total = control + active.Sum();
        return new()
        {
            Baseline = baseline,
            Control = Share(control),
            Treatment = active.Length == 0 ? 0 : Share(active.Min()),
            Treatments = Math.Max(1, active.Length),
        };

        long Share(double weight) => weight > 0 ? (long)Math.Floor(customers * (weight / total)) : 0;
    }
}
