namespace SkOrchestrator.Segmentation;

/// <summary>How far a segment lies from everyone, on a scale that is the same for every feature. Source: J. Cohen, Statistical Power Analysis, 1988.</summary>
public static class EffectSize
{
    /// <summary>From here on an effect counts as small rather than negligible, for both measures (Cohen, chapters 2 and 6).</summary>
    public const double Small = 0.2;

    /// <summary>The difference of two means in standard deviations of the whole; 0 when the whole does not vary.</summary>
    public static double OfMeans(double segment, double overall, double overallDeviation) =>
        overallDeviation > 0 ? (segment - overall) / overallDeviation : 0;

    /// <summary>Cohen's h: the difference of two shares after the arcsine transformation, from −π to π.</summary>
    public static double OfShares(double segment, double overall) => Angle(segment) - Angle(overall);

    private static double Angle(double share) => 2 * Math.Asin(Math.Sqrt(Math.Clamp(share, 0, 1)));
}
