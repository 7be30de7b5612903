using SkOrchestrator.Messages;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>The executive summary in five lines: tested, came out, messages, sample, next.</summary>
internal static class SummaryLines
{
    private const int StepsShown = 3;

    public static IReadOnlyList<string> Of(ReportFacts facts) =>
        [.. new[] { Tested(facts), CameOut(facts), Messages(facts), Sample(facts), Next(facts) }.OfType<string>()];

    private static string Tested(ReportFacts facts) =>
        $"{(facts.HasExperiment ? "Tested" : "Planned")}: messages in {ReportNumber.Count(facts.Tones.Count)} tones ({string.Join(", ", facts.Tones)}) against one control message, " +
        $"written for {ReportNumber.Count(facts.Input.Segments.Count)} segments and judged by {ReportFacts.MetricName(facts.Primary)}.";

    private static string? CameOut(ReportFacts facts)
    {
        if (!facts.HasExperiment || !facts.IsMeasured || facts.Headline is not { } c)
        {
            return null;
        }

        var label = facts.IsSimulated ? "Came out (simulated)" : facts.IsSameMail ? "Came out (A/A check, chance only)" : "Came out";
        var subject = $"{label}: {facts.ArmName(c.Arm)} against control on {ReportFacts.MetricName(c.Metric)}, over all segments";
        if (c.NotEstimable is { } reason)
        {
            return $"{subject}: not estimable, because {facts.Words.Line(reason)}.";
        }

        var text = $"{subject}: lift {ReportNumber.Lift(c.RelativeLiftPercent?.Estimate)} " +
            $"({facts.IntervalLevel} interval {ReportNumber.LiftRange(c.RelativeLiftPercent)}).";
        return !facts.IsSimulated || c.DeclaredLiftPercent is not { } declared
            ? text
            : $"{text} The simulation declares {ReportNumber.Lift(declared)}" +
              c.CoversDeclaredLift switch { true => ", which the interval covers.", false => ", which the interval does not cover.", null => "." };
    }

    private static string Messages(ReportFacts facts) =>
        $"Messages: {ReportNumber.Count(facts.Approved.Count)} of {ReportNumber.Count(facts.Input.Variants.Count)} approved, " +
        $"{ReportNumber.Count(facts.CountOf(VariantStatus.Blocked))} blocked by the safety gate, {ReportNumber.Count(facts.CountOf(VariantStatus.Failed))} without an acceptable draft.";

    private static string? Sample(ReportFacts facts)
    {
        if (facts.PowerOf(facts.Primary) is not { NeededPerArm: { } needed } power)
        {
            return null;
        }

        var found = power.DetectableLiftPercent is { } lift ? $" Only lifts from about {ReportNumber.Lift(lift)} would be found." : string.Empty;
        return power.PerArm < needed
            ? $"Sample: too small. The smallest arm has {ReportNumber.Count(power.PerArm)} customers; finding a lift of 10% takes {ReportNumber.Count(needed)} in each.{found}"
            : $"Sample: large enough. The smallest arm has {ReportNumber.Count(power.PerArm)} customers; finding a lift of 10% takes {ReportNumber.Count(needed)} in each.";
    }

    private static string? Next(ReportFacts facts)
    {
        var steps = RecommendationsSection.NextSteps(facts).Select(r => r.Title).Take(StepsShown).ToList();
        return steps.Count == 0 ? null : $"Next: {string.Join("; ", steps)} (see Recommendations).";
    }
}
