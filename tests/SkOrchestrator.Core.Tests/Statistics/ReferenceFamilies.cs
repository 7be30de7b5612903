using Outputs = System.Collections.Generic.Dictionary<string, System.Func<SkOrchestrator.Statistics.ReferenceCase, object?>>;

namespace SkOrchestrator.Statistics;

/// <summary>How the outputs of the reference cases are computed here.</summary>
internal static class ReferenceFamilies
{
    /// <summary>Families without any output here, each with the reason.</summary>
    public static IReadOnlyDictionary<string, string> NotYet { get; } = new Dictionary<string, string>
    {
        ["logistic"] = "interaction model",
        ["clustering"] = "belongs to segmentation",
        ["email_experiment"] = "see EmailExperimentTests: computed by the analyser",
        ["sequential"] = "monitoring before the end",
        ["assignment"] = "belongs to assignment",
    };

    public static IReadOnlyDictionary<string, ReferenceFamily> Implemented { get; } = new Dictionary<string, ReferenceFamily>
    {
        ["prop2_test"] = RateFamilies.TwoProportions,
        ["fisher_exact"] = RateFamilies.FisherExact,
        ["prop_ci"] = IntervalFamilies.OneRate,
        ["diff_ci"] = IntervalFamilies.Difference,
        ["ratio_ci"] = IntervalFamilies.Ratio,
        ["welch_t"] = MeanFamilies.WelchT,
        ["cmh"] = StrataFamilies.MantelHaenszelFamily,
        ["multiplicity"] = PlanningFamilies.Multiplicity,
        ["sample_size"] = PlanningFamilies.Rates,
        ["achieved_power"] = PlanningFamilies.Power,
        ["mde"] = PlanningFamilies.Detectable,
        ["sample_size_mean"] = PlanningFamilies.Means,
        ["srm"] = ManyArmFamilies.SampleRatio,
        ["omnibus"] = ManyArmFamilies.Omnibus,
        ["cuped"] = MeanFamilies.Cuped,
        ["ratio_metric"] = MeanFamilies.Ratio,
        ["bayes_beta"] = new(
            new Outputs { ["prob_beats_control"] = Chances },
            [
                "posterior_mean", "cred95", "expected_loss_choose_treatment_vs_control", "expected_loss_choose_control_vs_treatment", "prob_best",
                "expected_loss_vs_best", "lift_posterior_mean",
            ]),
    };

    private static IEnumerable<object?> Chances(ReferenceCase c)
    {
        BetaPosterior[] posteriors = [.. c.Inputs.GetProperty("arms").EnumerateArray()
            .Select(a => new BetaPosterior(ReferenceInputs.Counts(a, "x", "n"), c["prior_alpha"], c["prior_beta"]))];
        return posteriors.Select((p, i) => i == 0 ? null : (object?)ChanceToBeat.Of(posteriors[0], p));
    }
}
