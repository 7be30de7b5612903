namespace SkOrchestrator.Statistics;

/// <summary>A ratio whose logarithm is taken as normal.</summary>
internal static class LogRatio
{
    /// <summary>The ratio, the standard error of its logarithm, and the interval; the last two only where that error is above 0 and finite.</summary>
    public static EffectEstimate WithInterval(double ratio, double logError, double confidence)
    {
        if (ratio == 0 || !(logError > 0) || !double.IsFinite(logError))
        {
            return new(ratio, null, null);
        }

        double factor = Math.Exp(NormalTail.CriticalValue(confidence) * logError);
        return new(ratio, logError, new Bounds(ratio / factor, ratio * factor));
    }
}
