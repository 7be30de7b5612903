using static SkOrchestrator.Statistics.ReferenceInputs;
using Outputs = System.Collections.Generic.Dictionary<string, System.Func<SkOrchestrator.Statistics.ReferenceCase, object?>>;

namespace SkOrchestrator.Statistics;

/// <summary>Intervals of one rate, of a difference and of a ratio.</summary>
internal static class IntervalFamilies
{
    public static ReferenceFamily OneRate { get; } = new(
        new Outputs
        {
            ["estimate"] = c => Single(c).Rate,
            ["wilson"] = c => Pair(WilsonInterval.Of(Single(c), c["conf"])),
            ["wilson_cc"] = c => Pair(CorrectedWilsonInterval.Of(Single(c), c["conf"])),
            ["clopper_pearson"] = c => Pair(ClopperPearsonInterval.Of(Single(c), c["conf"])),
            ["agresti_coull_unclipped"] = c => Pair(AgrestiCoullInterval.Of(Single(c), c["conf"])),
            ["jeffreys_equal_tailed"] = c => Pair(JeffreysInterval.Of(Single(c), c["conf"])),
            ["wald_unclipped"] = c => Pair(WaldInterval.Rate(Single(c), c["conf"])),
        },
        []);

    public static ReferenceFamily Difference { get; } = new(
        new Outputs
        {
            ["diff"] = c => Arms(c).Treatment.Rate - Arms(c).Control.Rate,
            ["newcombe"] = c => Pair(NewcombeInterval.Of(Arms(c), c["conf"])),
            ["newcombe_cc"] = c => Pair(CorrectedNewcombeInterval.Of(Arms(c), c["conf"])),
            ["wald"] = c => Pair(WaldInterval.Difference(Arms(c), c["conf"])),
            ["agresti_caffo"] = c => Pair(AgrestiCaffoInterval.Of(Arms(c), c["conf"])),
            ["miettinen_nurminen"] = c => Pair(MiettinenNurminenInterval.Of(Arms(c), c["conf"])),
        },
        []);

    public static ReferenceFamily Ratio { get; } = new(
        new Outputs
        {
            ["p1"] = c => Arms(c).Control.Rate,
            ["p2"] = c => Arms(c).Treatment.Rate,
            ["rr"] = c => Quotient(Arms(c).Treatment.Rate, Arms(c).Control.Rate),
            ["lift"] = c => Delta(c)?.Estimate,
            ["koopman_rr"] = c => Pair(KoopmanInterval.Of(Arms(c), c["conf"])),
            ["miettinen_nurminen_rr"] = c => Pair(MiettinenNurminenRatioInterval.Of(Arms(c), c["conf"])),
            ["katz_rr"] = c => Pair(Katz(c)?.Interval),
            ["katz_lift"] = c => Pair(Katz(c)?.Interval)?.Select(bound => bound - 1),
            ["log_rr_se"] = c => Katz(c)?.StandardError,
            ["walter_adjusted_rr"] = c => Triple(WalterInterval.Of(Arms(c), c["conf"]).OrNull()),
            ["delta_se"] = c => Delta(c)?.StandardError,
            ["delta_z_lift"] = c => Delta(c) is EffectEstimate lift ? Margin(lift, NormalTail.CriticalValue(c["conf"])) : null,
            ["gbstats_style"] = RelativeTTest,
            ["fieller_g"] = c => Fieller(c).G,
            ["fieller_kind"] = c => Kind(Fieller(c).Kind),
            ["fieller_lift"] = c => Fieller(c).Kind == FiellerKind.Bounded ? Pair(Fieller(c).Bounds) : null,
            ["fieller_excluded_lift_interval"] = c => Fieller(c).Kind == FiellerKind.UnboundedExclusive ? Pair(Fieller(c).Bounds) : null,
            ["or_"] = c => OddsRatio(Arms(c)),
            ["or_woolf"] = c => Pair(WoolfInterval.Of(Arms(c), c["conf"]).OrNull()?.Interval),
            ["or_gart_adjusted"] = c => Triple(GartInterval.Of(Arms(c), c["conf"]).OrNull()),
        },
        []);

    private static EffectEstimate? Katz(ReferenceCase c) => KatzInterval.Of(Arms(c), c["conf"]).OrNull();

    private static EffectEstimate? Delta(ReferenceCase c) =>
        DeltaMethodLift.Of(AsMean(Arms(c).Control), AsMean(Arms(c).Treatment), NormalTail.CriticalValue(c["conf"])).OrNull();

    private static double[] Margin(EffectEstimate effect, double critical) =>
        [effect.Estimate - (critical * effect.StandardError!.Value), effect.Estimate + (critical * effect.StandardError!.Value)];

    /// <summary>What some engines report: a t test of the delta-method lift with the degrees of freedom of the absolute difference.</summary>
    private static Dictionary<string, object?>? RelativeTTest(ReferenceCase c)
    {
        Stratum arms = Arms(c);
        bool vary = arms is { Control: { Successes: > 0, Failures: > 0 }, Treatment: { Successes: > 0, Failures: > 0 } };
        if (!vary || Delta(c) is not EffectEstimate lift)
        {
            return null;
        }

        TestResult absolute = WelchTest.Of(AsMean(arms.Control), AsMean(arms.Treatment), c["conf"]).OrNull()!.Test;
        double degrees = absolute.DegreesOfFreedom!.Value;
        return new()
        {
            ["df"] = degrees,
            ["lift_ci"] = Margin(lift, StudentTail.CriticalValue(c["conf"], degrees)),
            ["p_relative"] = StudentTail.TwoSided(lift.Estimate / lift.StandardError!.Value, degrees),
            ["p_absolute"] = absolute.PValue,
        };
    }

    private static FiellerSet Fieller(ReferenceCase c)
    {
        (MeanSummary control, MeanSummary treatment) = (AsMean(Arms(c).Control), AsMean(Arms(c).Treatment));
        return FiellerInterval.SetOf(control.Mean, control.MeanVariance, treatment.Mean, treatment.MeanVariance, NormalTail.CriticalValue(c["conf"]));
    }

    private static string Kind(FiellerKind kind) => kind switch
    {
        FiellerKind.Bounded => "bounded",
        FiellerKind.UnboundedExclusive => "unbounded_exclusive",
        FiellerKind.UnboundedEverything => "unbounded_everything",
        _ => "undefined_control_zero",
    };
}
