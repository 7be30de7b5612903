namespace SkOrchestrator.Statistics;

/// <summary>
/// The relative lift of two independent means by the delta method (Oehlert 1992). Its interval covers too rarely in small samples; a test based on it
/// errs in up to 14 of 100 experiments at a nominal 5 %, so the difference is tested instead.
/// </summary>
internal static class DeltaMethodLift
{
    /// <summary>Treatment / control − 1 with its standard error.</summary>
    /// <param name="control">Mean and variance of control.</param>
    /// <param name="treatment">Mean and variance of treatment.</param>
    /// <param name="critical">Critical value of z or t for the interval.</param>
    public static Estimated<EffectEstimate> Of(MeanSummary control, MeanSummary treatment, double critical)
    {
        if (control.Count == 0 || treatment.Count == 0)
        {
            return new NotEstimable("an arm has no customers");
        }

        if (control.Mean == 0)
        {
            return new NotEstimable("the control mean is 0, so a relative lift is not defined");
        }

        double ratio = treatment.Mean / control.Mean;
        double lift = (treatment.Mean - control.Mean) / control.Mean;
        double error = Math.Sqrt(treatment.MeanVariance + (ratio * ratio * control.MeanVariance)) / Math.Abs(control.Mean);
        return new EffectEstimate(lift, error, error > 0 ? new Bounds(lift - (critical * error), lift + (critical * error)) : null);
    }
}
