namespace SkOrchestrator.Statistics;

/// <summary>How the outputs of the reference cases are computed here.</summary>
internal static class ReferenceFamilies
{
    /// <summary>Families without any output here, each with the reason.</summary>
    public static IReadOnlyDictionary<string, string> NotYet { get; } = new Dictionary<string, string>
    {
        ["clustering"] = "computed by the Data project, tested there",
    };

    public static IReadOnlyDictionary<string, ReferenceFamily> Implemented =>
        new[] { Own, BayesFamilies.All, MonitoringFamilies.All, LogisticFamilies.All, AssignmentFamilies.All }.SelectMany(families => families).ToDictionary();

    private static IReadOnlyDictionary<string, ReferenceFamily> Own { get; } = new Dictionary<string, ReferenceFamily>
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
        ["email_experiment"] = EmailExperimentFamily.All,
    };
}
