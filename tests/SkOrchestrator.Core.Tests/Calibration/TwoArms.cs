using SkOrchestrator.Analysis;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Calibration;

/// <summary>The whole analysis of one treatment and control in one segment; a table that was analysed once is remembered.</summary>
internal sealed class TwoArms
{
    private readonly Dictionary<Stratum, Comparison> _known = [];

    /// <summary>The treatment against control over all customers.</summary>
    public Comparison Compare(Stratum arms)
    {
        if (!_known.TryGetValue(arms, out Comparison? comparison))
        {
            comparison = _known[arms] = Analyze(arms).Comparisons.Single(c => c is { Segment: "all", Arm: "treatment-1" });
        }

        return comparison;
    }

    /// <summary>Everything about it.</summary>
    public static ExperimentAnalysis Analyze(Stratum arms) => new Campaign()
        .Segment("a", (arms.Control.Trials, [arms.Control.Successes]), (arms.Treatment.Trials, [arms.Treatment.Successes])).Analyze();
}
