namespace SkOrchestrator.Statistics;

/// <summary>The level of each interval when several must hold together (Dunn 1961, by Bonferroni's inequality).</summary>
internal static class SimultaneousLevel
{
    /// <summary>The confidence for each of <paramref name="intervals"/> intervals that together hold with <paramref name="confidence"/>.</summary>
    public static double Of(double confidence, int intervals)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(intervals, 1);
        return 1 - ((1 - confidence) / intervals);
    }
}
