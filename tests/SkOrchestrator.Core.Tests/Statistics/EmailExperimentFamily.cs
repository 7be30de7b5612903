using System.Text.Json;
using static SkOrchestrator.Statistics.ReferenceInputs;
using Outputs = System.Collections.Generic.Dictionary<string, object?>;

namespace SkOrchestrator.Statistics;

/// <summary>Whole experiments, from counts by segment and arm to corrected p-values and posteriors, by kernels alone.</summary>
internal static class EmailExperimentFamily
{
    public static ReferenceFamily All { get; } = new(
        new Dictionary<string, Func<ReferenceCase, object?>>
        {
            ["srm_overall"] = c => Split(c, [.. Arms(c).Select(arm => Segments(c).Sum(segment => Customers(c, segment, arm)))]),
            ["srm_by_segment"] = c => Segments(c).Select(segment => Split(c, [.. Arms(c).Select(arm => Customers(c, segment, arm))])),
            ["metrics"] = c => Names(c, "metrics").Select((name, i) => (name, i)).ToDictionary(m => m.name, object? (m) => Metric(c, m.i + 1)),
        },
        []);

    private static Outputs Metric(ReferenceCase c, int metric)
    {
        Proportion[] pooled = [.. Arms(c).Select(arm => Pooled(c, arm, metric))];
        TestResult omnibus = OmnibusTest.ChiSquare(pooled).OrNull()!;
        BetaPosterior[] posteriors = [.. pooled.Select(rate => new BetaPosterior(rate))];
        return new()
        {
            ["rates_overall"] = pooled.Select(rate => rate.Rate),
            ["omnibus"] = new Outputs { ["chi2"] = omnibus.Statistic, ["df"] = omnibus.DegreesOfFreedom, ["p"] = omnibus.PValue },
            ["overall"] = Overall(c, metric),
            ["segments"] = InSegments(c, metric),
            ["bayes_overall"] = new Outputs
            {
                ["prob_beats_control"] = posteriors.Select((p, arm) => arm == 0 ? null : (object?)ChanceToBeat.Of(posteriors[0], p)),
                ["prob_best"] = ChanceToBeBest.Of(posteriors),
                ["expected_loss_vs_best"] = ExpectedLoss.AgainstBest(posteriors),
            },
        };
    }

    private static List<Outputs> Overall(ReferenceCase c, int metric)
    {
        List<Stratum>[] treatments = [.. Treatments(c).Select(arm => Segments(c).Select(segment => Table(c, segment, arm, metric)).ToList())];
        TestResult[] tests = [.. treatments.Select(strata => CochranMantelHaenszel.Test(strata).OrNull()!)];
        IReadOnlyList<double> holm = MultipleComparisons.Holm([.. tests.Select(t => t.PValue)]);
        return [.. treatments.Select((strata, i) =>
        {
            EffectEstimate difference = MantelHaenszel.Difference(strata, c["conf"]).OrNull()!;
            EffectEstimate ratio = MantelHaenszel.Ratio(strata, c["conf"]).OrNull()!;
            Stratum crude = SignReversal.Crude(strata);
            return new Outputs
            {
                ["arm"] = Names(c, "arms")[i + 1],
                ["crude_rd"] = crude.Treatment.Rate - crude.Control.Rate,
                ["rd_mh"] = difference.Estimate,
                ["rd_mh_ci_sato"] = Pair(difference.Interval),
                ["rr_mh"] = ratio.Estimate,
                ["rr_mh_ci"] = Pair(ratio.Interval),
                ["or_mh"] = MantelHaenszel.OddsRatio(strata, c["conf"]).OrNull()!.Estimate,
                ["chi2_mh"] = tests[i].Statistic,
                ["p_mh"] = tests[i].PValue,
                ["p_mh_holm"] = holm[i],
                ["breslow_day"] = BreslowDayTest.Uncorrected(strata).OrNull()!.Statistic,
                ["breslow_day_p"] = BreslowDayTest.Uncorrected(strata).OrNull()!.PValue,
                ["poststratified_rd"] = StrataFamilies.PostStratified(strata, c["conf"])!.Difference,
                ["sign_reversal"] = SignReversal.Occurs(strata),
            };
        })];
    }

    private static List<Outputs> InSegments(ReferenceCase c, int metric)
    {
        (int Segment, int Arm)[] cells = [.. Treatments(c).SelectMany(arm => Segments(c).Select(segment => (segment, arm)))];
        Stratum[] tables = [.. cells.Select(cell => Table(c, cell.Segment, cell.Arm, metric))];
        double[] reported = [.. tables.Select(t => IsExact(t) ? FisherExactTest.TwoSided(t).OrNull()!.PValue : TwoProportionTest.Z(t).OrNull()!.PValue)];
        IReadOnlyList<double> holm = MultipleComparisons.Holm(reported);
        IReadOnlyList<double> falseDiscovery = MultipleComparisons.BenjaminiHochberg(reported);
        return [.. tables.Select((t, i) => new Outputs
        {
            ["arm"] = Names(c, "arms")[cells[i].Arm],
            ["segment"] = Names(c, "segments")[cells[i].Segment],
            ["rate_control"] = t.Control.Rate,
            ["rate_treatment"] = t.Treatment.Rate,
            ["diff"] = t.Treatment.Rate - t.Control.Rate,
            ["newcombe"] = Pair(NewcombeInterval.Of(t, c["conf"])),
            ["lift"] = t.Control.Successes > 0 ? (t.Treatment.Rate / t.Control.Rate) - 1 : null,
            ["koopman_lift"] = Pair(KoopmanInterval.Of(t, c["conf"]))!.Select(bound => bound - 1),
            ["min_expected"] = TwoProportionTest.MinimumExpected(t),
            ["p_z_pooled"] = TwoProportionTest.Z(t).OrNull()?.PValue,
            ["p_fisher"] = FisherExactTest.TwoSided(t).OrNull()!.PValue,
            ["method"] = IsExact(t) ? "fisher" : "z",
            ["p_reported"] = reported[i],
            ["p_holm"] = holm[i],
            ["p_bh"] = falseDiscovery[i],
        })];
    }

    private static Outputs Split(ReferenceCase c, long[] counts)
    {
        TestResult test = SampleRatioTest.Of(counts, Numbers(c, "weights")).OrNull()!;
        return new()
        {
            ["chi2"] = test.Statistic,
            ["df"] = test.DegreesOfFreedom,
            ["p"] = ChiSquareTail.Upper(test.Statistic!.Value, test.DegreesOfFreedom!.Value),
            ["flag_001"] = test.PValue < SampleRatioTest.AlarmLevel,
        };
    }

    private static bool IsExact(Stratum table) => TwoProportionTest.MinimumExpected(table) < TwoProportionTest.SmallestExpectedCount;

    private static Stratum Table(ReferenceCase c, int segment, int arm, int metric) => new(Rate(c, segment, 0, metric), Rate(c, segment, arm, metric));

    private static Proportion Pooled(ReferenceCase c, int arm, int metric) =>
        Segments(c).Select(segment => Rate(c, segment, arm, metric)).Aggregate(default(Proportion), (a, b) => a + b);

    private static Proportion Rate(ReferenceCase c, int segment, int arm, int metric) => new(Count(c, segment, arm, metric), Customers(c, segment, arm));

    private static long Customers(ReferenceCase c, int segment, int arm) => Count(c, segment, arm, 0);

    private static long Count(ReferenceCase c, int segment, int arm, int column) => c.Inputs.GetProperty("counts")[segment][arm][column].GetInt64();

    private static IEnumerable<int> Segments(ReferenceCase c) => Enumerable.Range(0, Names(c, "segments").Length);

    private static IEnumerable<int> Arms(ReferenceCase c) => Enumerable.Range(0, Names(c, "arms").Length);

    private static IEnumerable<int> Treatments(ReferenceCase c) => Arms(c).Skip(1);

    private static string[] Names(ReferenceCase c, string list) => [.. c.Inputs.GetProperty(list).EnumerateArray().Select((JsonElement e) => e.GetString()!)];
}
