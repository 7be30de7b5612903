using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>Whether the data may be read at all: sample ratio, who was left out, power.</summary>
internal static class HealthSection
{
    public static ReportSection Build(ReportFacts facts)
    {
        var rows = new List<IReadOnlyList<string>> { SampleRatio(facts), Audience(facts) };
        if (facts.PowerOf(facts.Primary) is { } power)
        {
            var isSmall = power.NeededPerArm is { } needed && power.PerArm < needed;
            rows.Add(
            [
                "Power", isSmall ? "▼ too small" : power.DetectableLiftPercent is null ? "– not estimable" : "● see numbers",
                power.DetectableLiftPercent is null
                    ? $"{ReportNumber.Count(power.PerArm)} customers in the smallest arm; {ReportText.Line(power.NotEstimable ?? "nothing to go by")}."
                    : $"{ReportNumber.Count(power.PerArm)} customers in the smallest arm; a lift of {ReportNumber.Lift(power.DetectableLiftPercent)} on " +
                $"{ReportFacts.MetricName(power.Metric)} would be found with 80% power. A lift of 10% needs {ReportNumber.Count(power.NeededPerArm)} per arm.",
            ]);
        }

        rows.Add(
        [
            "Engagement", facts.IsSimulated ? "▼ simulated" : "● " + ReportText.Line(facts.Analysis.EngagementSource),
            facts.IsSimulated ? "Drawn from a declared rate table." : "Source: " + ReportText.Line(facts.Analysis.EngagementSource) + ".",
        ]);
        var blocks = new List<ReportBlock>
        {
            new ReportTable("health-checks", "Health checks", [new("Check"), new("State"), new("What was found")], rows),
        };
        if (facts.Analysis.Notes.Count > 0 && facts.HasExperiment)
        {
            blocks.Add(new Callout(CalloutKind.Warning, "Notes of the analysis", [.. facts.Analysis.Notes.Select(ReportText.Line)]));
        }

        if (facts.Input.Warnings.Count > 0)
        {
            blocks.Add(new Callout(CalloutKind.Warning, "Warnings of the run", [.. facts.Input.Warnings.Select(ReportText.Line)]));
        }

        return new ReportSection("health", "Health", blocks);
    }

    private static IReadOnlyList<string> SampleRatio(ReportFacts facts)
    {
        var ratio = facts.Analysis.SampleRatio;
        return ratio.PValue is not { } p
            ? ["Sample ratio", "– not estimable", "Arm counts could not be compared with the planned shares."]
            :
            [
                "Sample ratio",
                ratio.Mismatch ? "▼ mismatch" : "▲ fits",
                $"Arm counts against planned shares: chi-square {ReportNumber.General(ratio.ChiSquare)} on {ReportNumber.Count(ratio.DegreesOfFreedom)} " +
                $"degrees of freedom, p = {ReportNumber.P(p)} (alarm below 0.001).",
            ];
    }

    private static IReadOnlyList<string> Audience(ReportFacts facts)
    {
        var funnel = facts.Input.Run.Funnel;
        return
        [
            "Audience", funnel.Assigned > 0 ? "● see funnel" : "▼ nobody",
            $"{ReportNumber.Count(funnel.Rows)} rows, {ReportNumber.Count(funnel.Rejected)} rejected, " +
            $"{ReportNumber.Count(funnel.Excluded.Values.Sum())} excluded with a reason, {ReportNumber.Count(funnel.HeldOut)} held out, " +
            $"{ReportNumber.Count(funnel.Assigned)} assigned.",
        ];
    }
}
