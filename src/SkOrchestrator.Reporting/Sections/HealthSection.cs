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
                "Power", power.NeededPerArm is null ? "– not known" : isSmall ? "▼ too small" : "▲ large enough",
                power.NeededPerArm is null ? ReportFacts.Capital(facts.Words.Line(power.NotEstimable ?? "it could not be computed")) + "." : $"{ReportNumber.Count(power.PerArm)} customers in the smallest arm; a lift of {ReportNumber.Lift(power.DetectableLiftPercent)} on " +
                $"{ReportFacts.MetricName(power.Metric)} would be found with 80% power. A lift of 10% needs {ReportNumber.Count(power.NeededPerArm)} per arm.",
            ]);
        }

        rows.Add(
        [
            "Engagement", facts.IsSimulated ? "▼ simulated" : facts.IsSameMail ? "▼ same mail for all" : "● " + ReportText.Line(facts.Analysis.EngagementSource),
            facts.IsSimulated ? "Drawn from a declared rate table."
                : facts.IsSameMail ? "Labels of one mail that every customer got: an A/A check." : facts.IsMeasured ? "Observed in the customer file." : "None was observed.",
        ]);
        var blocks = new List<ReportBlock>
        {
            new ReportTable("health-checks", "Health checks", [new("Check"), new("State"), new("What was found")], rows),
        };
        if (AnalysisRemarks.Warnings(facts) is { Count: > 0 } warnings && facts.HasExperiment)
        {
            blocks.Add(new Callout(CalloutKind.Warning, "Warnings of the analysis", warnings));
        }

        if (facts.Input.Warnings.Except(facts.Analysis.Notes, StringComparer.Ordinal).ToList() is { Count: > 0 } remarks)
        {
            blocks.Add(new Subheading("Notes of the run"));
            blocks.Add(new BulletList([.. remarks.Select(facts.Words.Line)]));
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
                $"degrees of freedom, {ReportNumber.PIs(p)} (alarm below 0.001).",
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
