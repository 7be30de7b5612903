namespace SkOrchestrator.Statistics;

/// <summary>Counts made from any numbers.</summary>
internal static class Some
{
    /// <summary>Two arms of 1 to 500 customers with any number of successes.</summary>
    public static Stratum Arms(int a, int b, int c, int d) => new(Rate(a, b), Rate(c, d));

    public static Stratum Times(Stratum arms, int factor) => new(
        new(arms.Control.Successes * factor, arms.Control.Trials * factor), new(arms.Treatment.Successes * factor, arms.Treatment.Trials * factor));

    private static Proportion Rate(int a, int b)
    {
        int trials = 1 + (a % 500);
        return new(b % (trials + 1), trials);
    }
}
