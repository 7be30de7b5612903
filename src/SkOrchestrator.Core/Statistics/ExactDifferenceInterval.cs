namespace SkOrchestrator.Statistics;

/// <summary>
/// An interval for a difference of rates to be shown beside Fisher's exact test, so that the two don't contradict each other in small samples: the
/// square-and-add interval with continuity correction (Newcombe 1998, method 11), which agrees with that test for nearly every table. Where it leaves 0
/// out although the test does not reject, it is stretched to 0, which can only raise its coverage; where it holds 0 although the test rejects, the
/// interval without correction (method 10) or else the score interval (Miettinen and Nurminen 1985) is taken, which have their nominal coverage too.
/// </summary>
internal static class ExactDifferenceInterval
{
    /// <summary>The interval of treatment − control.</summary>
    /// <param name="arms">Counts.</param>
    /// <param name="confidence">Level; the test is taken to reject when p is below 1 − level.</param>
    public static Estimated<Bounds> Of(Stratum arms, double confidence)
    {
        if (!CorrectedNewcombeInterval.Of(arms, confidence).TryGet(out Bounds? corrected, out string? reason))
        {
            return new NotEstimable(reason);
        }

        bool rejects = FisherExactTest.TwoSided(arms).OrNull()?.PValue < 1 - confidence;
        if (rejects == LeavesOutZero(corrected))
        {
            return corrected;
        }

        return rejects
            ? Candidates(arms, confidence).FirstOrDefault(LeavesOutZero) ?? corrected
            : new Bounds(Math.Min(0, corrected.Low), Math.Max(0, corrected.High));
    }

    private static IEnumerable<Bounds> Candidates(Stratum arms, double confidence)
    {
        yield return NewcombeInterval.Of(arms, confidence).OrNull()!;
        yield return MiettinenNurminenInterval.Of(arms, confidence).OrNull()!;
    }

    private static bool LeavesOutZero(Bounds bounds) => bounds.Low > 0 || bounds.High < 0;
}
