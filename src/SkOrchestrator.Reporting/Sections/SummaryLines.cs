using SkOrchestrator.Analysis;
using SkOrchestrator.Messages;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>The executive summary in a few lines: tested, planned, came out, messages, sample, next.</summary>
internal static class SummaryLines
{
    private const int StepsShown = 3;
    private const int ArmsNamed = 4;

    public static IReadOnlyList<string> Of(ReportFacts facts) =>
        [.. new[] { Tested(facts), Plan(facts), CameOut(facts), Messages(facts), Sample(facts), Next(facts) }.OfType<string>()];

    private static string Tested(ReportFacts facts) => facts.Campaign is { } input
        ? $"{(facts.HasExperiment ? "Tested" : "Planned")}: messages in {ReportNumber.Count(facts.Tones.Count)} tones ({string.Join(", ", facts.Tones)}) against one control message, " +
          $"written for {ReportNumber.Count(input.Segments.Count)} segments and judged by {ReportFacts.MetricName(facts.Primary)}."
        : $"Compared: {Treatments(facts)} against {facts.ArmName(facts.Analysis.Control)}, judged by {ReportFacts.MetricName(facts.Primary)}.";

    private static string Treatments(ReportFacts facts) => facts.TreatmentIds.Count <= ArmsNamed
        ? string.Join(", ", facts.TreatmentIds.Select(facts.ArmName))
        : $"{ReportNumber.Count(facts.TreatmentIds.Count)} treatments";

    private static string? Plan(ReportFacts facts) => facts.Analysis.Plan is not { Deviations.Count: 0 } plan ? null : $"{DecisionSection.Lock(plan)}: nothing was done otherwise.";

    private static string? CameOut(ReportFacts facts)
    {
        if (!facts.HasExperiment || !facts.IsMeasured || facts.Headline is not { } c)
        {
            return null;
        }

        if (facts.Analysis.Decision.Status == DecisionStatus.Unhealthy)
        {
            return "Came out: nothing that may be read before the cause of the broken split is known.";
        }

        var label = facts.IsSimulated ? "Came out (simulated)" : facts.IsSameMail ? "Came out (A/A check, chance only)" : facts.IsOpen ? "Came out so far" : "Came out";
        var subject = $"{label}: {facts.ArmName(c.Arm)} against control on {ReportFacts.MetricName(c.Metric)}{(facts.Breakdowns.Count > 0 ? ", over all segments" : string.Empty)}";
        if (c.NotEstimable is { } reason && c.AbsoluteDifference?.Estimate is not null)
        {
            return $"{subject}: difference {facts.DifferenceText(c.Metric, c.AbsoluteDifference)}; the lift is not estimable, because {facts.Words.Line(reason)}.";
        }

        if (c.NotEstimable is { } nothing)
        {
            return $"{subject}: not estimable, because {facts.Words.Line(nothing)}.";
        }

        var text = $"{subject}: lift {ReportNumber.Lift(c.RelativeLiftPercent?.Estimate)} " +
            $"({facts.IntervalLevel} interval {ReportNumber.LiftRange(c.RelativeLiftPercent)}).";
        return !facts.IsSimulated || c.DeclaredLiftPercent is not { } declared
            ? text
            : $"{text} The simulation declares {ReportNumber.Lift(declared)}" +
              c.CoversDeclaredLift switch { true => ", which the interval covers.", false => ", which the interval does not cover.", null => "." };
    }

    private static string? Messages(ReportFacts facts) => facts.Campaign is not { } input ? null
        : $"Messages: {ReportNumber.Count(input.Approved.Count)} of {ReportNumber.Count(input.Variants.Count)} approved, " +
          $"{ReportNumber.Count(input.CountOf(VariantStatus.Blocked))} blocked by the safety gate, {ReportNumber.Count(input.CountOf(VariantStatus.Failed))} without an acceptable draft.";

    private static string? Sample(ReportFacts facts)
    {
        if (facts.PowerOf(facts.Primary) is not { NeededPerArm: { } needed } power)
        {
            return null;
        }

        var found = power.DetectableLiftPercent is { } lift ? $" Only lifts from about {ReportNumber.Lift(lift)} would be found." : string.Empty;
        return power.PerArm < needed && facts.IsSettled
            ? $"Sample: large enough for this difference, but the estimate is imprecise: a lift of 10% would take {ReportNumber.Count(needed)} customers in each arm, and the smallest has {ReportNumber.Count(power.PerArm)}."
            : power.PerArm < needed
            ? $"Sample: too small. The smallest arm has {ReportNumber.Count(power.PerArm, "customer")}; finding a lift of 10% takes {ReportNumber.Count(needed)} in each.{found}"
            : $"Sample: large enough. The smallest arm has {ReportNumber.Count(power.PerArm, "customer")}; finding a lift of 10% takes {ReportNumber.Count(needed)} in each.";
    }

    private static string? Next(ReportFacts facts)
    {
        var steps = RecommendationsSection.NextSteps(facts).Select(r => r.Title).Take(StepsShown).ToList();
        return steps.Count == 0 ? null : $"Next: {string.Join("; ", steps)} (see Recommendations).";
    }
}
