namespace SkOrchestrator.Statistics;

/// <summary>The lift of a treatment over control under independent beta posteriors.</summary>
internal static class PosteriorLift
{
    /// <summary>
    /// The posterior mean of the lift, E[treatment] × E[1 / control] − 1; the inverse of a beta rate has the mean (α + β − 1)/(α − 1) (Johnson, Kotz and
    /// Balakrishnan 1995, ch. 25). Null when the control's α is at most 1: then the mean is infinite.
    /// </summary>
    public static double? Mean(BetaPosterior control, BetaPosterior treatment) =>
        control.Alpha > 1 ? (treatment.Mean * ((control.Alpha + control.Beta - 1) / (control.Alpha - 1))) - 1 : null;
}
