using SkOrchestrator.Analysis;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Calibration;

/// <summary>How often the interval of the lift that the analysis gives holds the true lift, by complete enumeration.</summary>
public sealed class LiftCoverageTests
{
    private static readonly TwoArms Analysis = new();

    [Theory]
    [InlineData(0.10, 0.10)]
    [InlineData(0.10, 0.15)]
    [InlineData(0.10, 0.20)]
    [InlineData(0.20, 0.16)]
    [InlineData(0.25, 0.25)]
    [InlineData(0.25, 0.35)]
    [InlineData(0.50, 0.50)]
    [InlineData(0.50, 0.60)]
    [InlineData(0.80, 0.80)]
    [Requirement("5.8")]
    public void At_50_per_arm_it_is_94_to_97_percent(double control, double treatment)
    {
        double lift = ((treatment / control) - 1) * 100;
        Assert.InRange(BinomialLaw.Share(50, 50, control, treatment, arms => Holds(arms, lift)), 0.94, 0.97);
    }

    /// <summary>Without control events the analysis gives no interval of the lift; the lower bound that the data still have counts as what it is.</summary>
    private static bool Holds(Stratum arms, double lift)
    {
        if (arms.Control.Successes == 0)
        {
            return (KoopmanInterval.Of(arms, 0.95).OrNull()!.Low - 1) * 100 <= lift;
        }

        Interval interval = Analysis.Compare(arms).RelativeLiftPercent!;
        return interval.CiLow <= lift && lift <= interval.CiHigh;
    }
}
