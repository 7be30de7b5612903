namespace SkOrchestrator.Statistics;

/// <summary>
/// A confidence sequence for an estimate with a normal limit: valid at all looks together, however many, whenever one stops (Waudby-Smith, Arbour, Sinha,
/// Kennedy and Ramdas 2023, Time-uniform central limit theory and asymptotic confidence sequences).
/// </summary>
internal sealed class AsymptoticConfidenceSequence
{
    private readonly double _alpha;

    /// <summary>Sets level and tuning, both before the first look.</summary>
    /// <param name="alpha">One minus the confidence, above 0 and below 1/2.</param>
    /// <param name="tuningSize">The number of customers, above 0, at which the sequence is made tightest.</param>
    public AsymptoticConfidenceSequence(double alpha, double tuningSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(alpha, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(alpha, 0.5);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tuningSize);
        _alpha = alpha;
        Rho = Tuning(alpha, tuningSize);
        OneSidedRho = Tuning(2 * alpha, tuningSize);
    }

    /// <summary>The tuning parameter of the two-sided sequence (eq. 161).</summary>
    public double Rho { get; }

    /// <summary>The tuning parameter of the one-sided sequence (eq. 161 with twice α).</summary>
    public double OneSidedRho { get; }

    /// <summary>Estimate and bounds now (eq. 9).</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="standardError">Its standard error.</param>
    /// <param name="customers">Customers of all arms so far.</param>
    public Estimated<EffectEstimate> TwoSided(double estimate, double standardError, long customers)
    {
        if (Undefined(standardError, customers) is NotEstimable missing)
        {
            return missing;
        }

        double information = customers * Rho * Rho;
        return Around(estimate, standardError, Math.Sqrt(2 * (information + 1) / information * Math.Log(Math.Sqrt(information + 1) / _alpha)));
    }

    /// <summary>Estimate and two bounds, each of which holds by itself as a one-sided sequence (eq. 134): use one of them.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="standardError">Its standard error.</param>
    /// <param name="customers">Customers of all arms so far.</param>
    public Estimated<EffectEstimate> OneSided(double estimate, double standardError, long customers)
    {
        if (Undefined(standardError, customers) is NotEstimable missing)
        {
            return missing;
        }

        double information = customers * OneSidedRho * OneSidedRho;
        double scale = 2 * (information + 1) / information * Math.Log(1 + (Math.Sqrt(information + 1) / (2 * _alpha)));
        return Around(estimate, standardError, Math.Sqrt(scale));
    }

    /// <summary>
    /// The logarithm of the evidence against no effect, the mixture likelihood ratio that the two-sided sequence inverts: 0 lies outside when it exceeds ln(1/α).
    /// Null without a standard error.
    /// </summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="standardError">Its standard error.</param>
    /// <param name="customers">Customers of all arms so far.</param>
    public double? LogEvidence(double estimate, double standardError, long customers)
    {
        if (Undefined(standardError, customers) is not null)
        {
            return null;
        }

        double information = customers * Rho * Rho;
        double z = estimate / standardError;
        return (z * z * information / (2 * (information + 1))) - (0.5 * Math.Log(1 + information));
    }

    /// <summary>The always-valid p-value, min(1, 1 / evidence). Null without a standard error.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="standardError">Its standard error.</param>
    /// <param name="customers">Customers of all arms so far.</param>
    public double? PValue(double estimate, double standardError, long customers) =>
        LogEvidence(estimate, standardError, customers) is double log ? Math.Min(1, Math.Exp(-log)) : null;

    private static double Tuning(double level, double size) =>
        Math.Sqrt(((-2 * Math.Log(level)) + Math.Log((-2 * Math.Log(level)) + 1)) / size);

    private static NotEstimable? Undefined(double standardError, long customers)
    {
        if (customers <= 0)
        {
            return new NotEstimable("no customers");
        }

        return standardError > 0 && double.IsFinite(standardError) ? null : new NotEstimable("the estimate has no standard error yet");
    }

    private static EffectEstimate Around(double estimate, double standardError, double width) =>
        new(estimate, standardError, new(estimate - (width * standardError), estimate + (width * standardError)));
}
