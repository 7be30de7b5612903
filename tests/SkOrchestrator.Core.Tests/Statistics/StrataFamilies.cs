using static SkOrchestrator.Statistics.ReferenceInputs;
using Outputs = System.Collections.Generic.Dictionary<string, System.Func<SkOrchestrator.Statistics.ReferenceCase, object?>>;

namespace SkOrchestrator.Statistics;

/// <summary>Effects over strata.</summary>
internal static class StrataFamilies
{
    public static ReferenceFamily MantelHaenszelFamily { get; } = new(
        new Outputs
        {
            ["strata_used"] = c => Strata(c).Count(s => s.HasBothArms),
            ["strata_dropped"] = c => Strata(c).Count(s => !s.HasBothArms),
            ["chi2_mh"] = c => CochranMantelHaenszel.Test(Strata(c)).OrNull()?.Statistic,
            ["p_mh"] = c => CochranMantelHaenszel.Test(Strata(c)).OrNull()?.PValue,
            ["chi2_mh_cc"] = c => CochranMantelHaenszel.Corrected(Strata(c)).OrNull()?.Statistic,
            ["p_mh_cc"] = c => CochranMantelHaenszel.Corrected(Strata(c)).OrNull()?.PValue,
            ["or_mh"] = c => OddsRatio(c)?.Estimate,
            ["log_or_mh_se"] = c => OddsRatio(c)?.StandardError,
            ["or_mh_ci"] = c => Pair(OddsRatio(c)?.Interval),
            ["rr_mh"] = c => Ratio(c)?.Estimate,
            ["log_rr_mh_se"] = c => Ratio(c)?.StandardError,
            ["rr_mh_ci"] = c => Pair(Ratio(c)?.Interval),
            ["rd_mh"] = c => Difference(c)?.Estimate,
            ["rd_mh_se_sato"] = c => Difference(c)?.StandardError,
            ["rd_mh_ci_sato"] = c => Pair(Difference(c)?.Interval),
            ["rd_mh_se_greenland_robins"] = c => GreenlandRobinsDifference.Of(Strata(c), c["conf"]).OrNull()?.StandardError,
            ["bd_strata"] = c => BreslowDayTest.Tarone(Strata(c)).OrNull()?.DegreesOfFreedom + 1,
            ["breslow_day"] = c => BreslowDayTest.Uncorrected(Strata(c)).OrNull()?.Statistic,
            ["breslow_day_p"] = c => BreslowDayTest.Uncorrected(Strata(c)).OrNull()?.PValue,
            ["tarone"] = c => BreslowDayTest.Tarone(Strata(c)).OrNull()?.Statistic,
            ["tarone_p"] = c => BreslowDayTest.Tarone(Strata(c)).OrNull()?.PValue,
            ["woolf"] = c => WoolfHomogeneityTest.Of(Strata(c)).OrNull()?.Statistic,
            ["woolf_p"] = c => WoolfHomogeneityTest.Of(Strata(c)).OrNull()?.PValue,
            ["cochran_q_rd"] = c => CochranQTest.OfDifferences(Strata(c)).OrNull()?.Statistic,
            ["cochran_q_rd_p"] = c => CochranQTest.OfDifferences(Strata(c)).OrNull()?.PValue,
            ["crude_rd"] = c => Crude(c).Treatment.Rate - Crude(c).Control.Rate,
            ["crude_rr"] = c => Quotient(Crude(c).Treatment.Rate, Crude(c).Control.Rate),
            ["sign_reversal"] = c => SignReversal.Occurs(Strata(c)),
            ["poststratified_rd"] = c => PostStratified(Strata(c), c["conf"])?.Difference,
            ["poststratified_rd_se"] = c => PostStratified(Strata(c), c["conf"])?.StandardError,
            ["strata_rd"] = c => Strata(c).Where(s => s.HasBothArms).Select(s => s.Treatment.Rate - s.Control.Rate),
        },
        []);

    /// <summary>Differences weighted by the share of each stratum among all customers.</summary>
    public static MeanDifference? PostStratified(IEnumerable<Stratum> strata, double confidence) =>
        StratifiedMeans.Compare([.. strata.Where(s => s.HasBothArms).Select(s => new WeightedMeans(s.Total, AsMean(s.Control), AsMean(s.Treatment)))], confidence).OrNull();

    private static Stratum Crude(ReferenceCase c) => SignReversal.Crude(Strata(c));

    private static EffectEstimate? Difference(ReferenceCase c) => MantelHaenszel.Difference(Strata(c), c["conf"]).OrNull();

    private static EffectEstimate? Ratio(ReferenceCase c) => MantelHaenszel.Ratio(Strata(c), c["conf"]).OrNull();

    private static EffectEstimate? OddsRatio(ReferenceCase c) => MantelHaenszel.OddsRatio(Strata(c), c["conf"]).OrNull();
}
