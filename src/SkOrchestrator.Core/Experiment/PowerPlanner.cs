namespace SkOrchestrator.Experiment;

/// <summary>
/// Power, sample size and detectable effect of one treatment against control, two-sided, at alpha over the number of treatments. Rates: normal
/// approximation with the variance pooled under the null hypothesis, as the test uses it (Fleiss, Levin and Paik 2003, section 4.2), with the continuity
/// correction of Fleiss, Tytun and Ury (1980) where an expected count below 5 means Fisher's exact test. Means: normal approximation with the same
/// standard deviation in both arms.
/// </summary>
public static class PowerPlanner
{
    /// <summary>Answers the question.</summary>
    /// <param name="question">Baseline, sizes and level.</param>
    /// <exception cref="ArgumentOutOfRangeException">Alpha or target power is not between 0 and 1, or there is no treatment.</exception>
    public static PowerPlan Plan(PowerQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        Check(question.Alpha, nameof(question.Alpha));
        Check(question.Target, nameof(question.Target));
        ArgumentOutOfRangeException.ThrowIfLessThan(question.Treatments, 1);
        return question.Baseline.StandardDeviation is double deviation ? new MeanPlan(question, deviation).Build() : new RatePlan(question).Build();
    }

    private static void Check(double share, string name)
    {
        if (share is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(name, share, "must lie between 0 and 1");
        }
    }
}
