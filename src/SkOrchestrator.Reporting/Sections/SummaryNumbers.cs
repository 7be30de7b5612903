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
        var funnel = facts.Input.Run.Funnel;
        List<KeyNumber> numbers =
        [
            new("Customers in test", ReportNumber.Count(funnel.Assigned), $"of {ReportNumber.Count(funnel.Rows)} rows"),
            new("Messages approved", $"{ReportNumber.Count(facts.Approved.Count)} of {ReportNumber.Count(facts.Input.Variants.Count)}",
                $"{ReportNumber.Count(facts.CountOf(VariantStatus.Blocked))} blocked, {ReportNumber.Count(facts.CountOf(VariantStatus.Failed))} failed"),
        ];
        if (facts.HasExperiment && facts.IsMeasured && facts.Headline is { } headline)
        {
            numbers.Add(new(facts.IsSimulated ? "Simulated lift" : facts.IsSameMail ? "A/A lift (chance)" : "Lift",
                ReportNumber.Lift(headline.RelativeLiftPercent?.Estimate), $"{facts.IntervalLevel} interval {ReportNumber.Unbreakable(ReportNumber.LiftRange(headline.RelativeLiftPercent))}"));
            numbers.Add(PValue(facts, headline));
        }

        if (facts.PowerOf(facts.Primary) is { NeededPerArm: { } needed } power)
        {
            numbers.Add(new("Smallest arm", ReportNumber.Count(power.PerArm), ReportNumber.Unbreakable($"{ReportNumber.Count(needed)} needed") + " to find +10%"));
        }

        return numbers;
    }

    /// <summary>All treatments together are one question; a treatment of several is corrected.</summary>
    private static KeyNumber PValue(ReportFacts facts, Comparison c) => c.Arm != ArmId.AnyTreatment.Value && c.PValueAdjusted is { } adjusted
        ? new("p-value", ReportNumber.P(adjusted), $"corrected ({CorrectionName(facts)})")
        : new("p-value", ReportNumber.P(c.PValue), c.Arm == ArmId.AnyTreatment.Value ? "all treatments as one question" : "not corrected");

    private static string CorrectionName(ReportFacts facts) => facts.Analysis.Correction switch
    {
        "holm" => "Holm",
        "bh" => "Benjamini–Hochberg",
        _ => ReportText.Line(facts.Analysis.Correction),
    };
}
