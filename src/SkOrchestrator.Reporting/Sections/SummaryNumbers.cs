using SkOrchestrator.Analysis;
using SkOrchestrator.Identity;
using SkOrchestrator.Messages;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>The few large numbers of the executive summary.</summary>
internal static class SummaryNumbers
{
    public static IReadOnlyList<KeyNumber> Of(ReportFacts facts)
    {
        List<KeyNumber> numbers = [.. facts.Campaign is { } input ? Campaign(input) : [Customers(facts)]];
        if (facts.HasExperiment && facts.IsMeasured && facts.Headline is { } headline)
        {
            numbers.AddRange(facts.Analysis.Decision.Status == DecisionStatus.Unhealthy ? [SampleRatio(facts)] : Effect(facts, headline));
        }

        if (facts.PowerOf(facts.Primary) is { NeededPerArm: { } needed } power)
        {
            numbers.Add(new("Smallest arm", ReportNumber.Count(power.PerArm), ReportNumber.Unbreakable($"{ReportNumber.Count(needed)} needed") + " to find +10%"));
        }

        return numbers;
    }

    private static KeyNumber[] Campaign(ReportInput input) =>
    [
        new("Customers in test", ReportNumber.Count(input.Run.Funnel.Assigned), $"of {ReportNumber.Count(input.Run.Funnel.Rows)} rows"),
        new("Messages approved", $"{ReportNumber.Count(input.Approved.Count)} of {ReportNumber.Count(input.Variants.Count)}",
            $"{ReportNumber.Count(input.CountOf(VariantStatus.Blocked))} blocked, {ReportNumber.Count(input.CountOf(VariantStatus.Failed))} failed"),
    ];

    private static KeyNumber Customers(ReportFacts facts) => new("Customers", ReportNumber.Count(facts.Customers), $"in {ReportNumber.Count(facts.ArmIds.Count, "arm")}");

    /// <summary>Where the split is broken no effect is shown large.</summary>
    private static KeyNumber SampleRatio(ReportFacts facts) =>
        new("Sample ratio, p", ReportNumber.P(facts.Analysis.SampleRatio.PValue), "alarm below 0.001");

    private static IEnumerable<KeyNumber> Effect(ReportFacts facts, Comparison headline)
    {
        if (facts.Campaign is null || headline.RelativeLiftPercent?.Estimate is null)
        {
            var write = facts.Difference(headline.Metric, headline.AbsoluteDifference);
            yield return new("Difference", write(headline.AbsoluteDifference?.Estimate), Interval(facts, headline.AbsoluteDifference, write));
        }

        if (facts.Campaign is not null || headline.RelativeLiftPercent?.Estimate is not null)
        {
            yield return new(facts.IsSimulated ? "Simulated lift" : facts.IsSameMail ? "A/A lift (chance)" : "Lift",
                ReportNumber.Lift(headline.RelativeLiftPercent?.Estimate), Interval(facts, headline.RelativeLiftPercent, ReportNumber.Lift));
        }

        yield return facts is { IsOpen: true, Analysis.Window: { } window }
            ? new("Window passed", ReportNumber.Percent(window.ElapsedShare), $"closes {ReportNumber.Moment(window.ClosesAt)}")
            : PValue(facts, headline);
    }

    private static string Interval(ReportFacts facts, Interval? interval, Func<double?, string> write) =>
        $"{facts.IntervalLevel} interval {ReportNumber.Unbreakable(ReportNumber.Range(interval, write))}";

    /// <summary>All treatments together are one question; a treatment of several is corrected, unless the experiment asked for no correction.</summary>
    private static KeyNumber PValue(ReportFacts facts, Comparison c) => facts.IsCorrected && c.Arm != ArmId.AnyTreatment.Value && c.PValueAdjusted is { } adjusted
        ? new("p-value", ReportNumber.P(adjusted), $"corrected ({CorrectionName(facts)})")
        : new("p-value", ReportNumber.P(c.PValue), c.Arm == ArmId.AnyTreatment.Value && facts.Family > 1 ? "all treatments as one question" : facts.Family > 1 ? "not corrected" : "one treatment");

    private static string CorrectionName(ReportFacts facts) => facts.Analysis.Correction switch
    {
        "holm" => "Holm",
        "bh" => "Benjamini–Hochberg",
        _ => ReportText.Line(facts.Analysis.Correction),
    };
}
