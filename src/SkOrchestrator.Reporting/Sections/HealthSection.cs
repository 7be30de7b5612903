using SkOrchestrator.Experiment;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>Whether the data may be read at all: sample ratio, who was left out, power, window, plan.</summary>
internal static class HealthSection
{
    public static ReportSection Build(ReportFacts facts)
    {
        List<IReadOnlyList<string>> rows =
        [
            SampleRatio(facts), .. Audience(facts), .. Power(facts), .. Window(facts), .. Plan(facts),
            [
                "Engagement", facts.IsSimulated ? "▼ simulated" : facts.IsSameMail ? "▼ same mail for all" : "● " + ReportText.Line(facts.Analysis.EngagementSource),
                facts.IsSimulated ? "Drawn from a declared rate table."
                    : facts.IsSameMail ? "Labels of one mail that every customer got: an A/A check."
                    : !facts.IsMeasured ? "None was observed."
                    : facts.Campaign is null ? "Observed; see What was read." : "Observed in the customer file.",
            ],
        ];
        List<ReportBlock> blocks =
        [
            new ReportTable("health-checks", "Health checks", [new("Check"), new("State"), new("What was found")], rows),
            .. StageBlocks.Of(facts),
        ];
        if (AnalysisRemarks.Warnings(facts) is { Count: > 0 } warnings && facts.HasExperiment)
        {
            blocks.Add(new Callout(CalloutKind.Warning, "Warnings of the analysis", warnings));
        }

        if (facts.Warnings.Except(facts.Analysis.Notes, StringComparer.Ordinal).ToList() is { Count: > 0 } remarks)
        {
            blocks.Add(new Subheading(facts.Campaign is null ? "Notes on the data" : "Notes of the run"));
            blocks.Add(new BulletList([.. remarks.Select(facts.Words.Line)]));
        }

        return new ReportSection("health", "Health", blocks);
    }

    private static IReadOnlyList<string> SampleRatio(ReportFacts facts)
    {
        var ratio = facts.Analysis.SampleRatio;
        var isMismatch = ratio.Mismatch || ratio.AssignmentIsExact == false;
        if (ratio.PValue is not { } p)
        {
            return isMismatch ? ["Sample ratio", "▼ mismatch", "Assignment did not give the planned counts, which it must."] : ["Sample ratio", "– not estimable", "Arm counts could not be compared with the planned shares."];
        }

        var test = ratio.ChiSquare is { } chiSquare
            ? $"chi-square {ReportNumber.General(chiSquare)} on {ReportNumber.Count(ratio.DegreesOfFreedom)} {(ratio.DegreesOfFreedom == 1 ? "degree" : "degrees")} of freedom"
            : "exact test";
        var assignment = ratio.AssignmentIsExact switch
        {
            true => " Assignment gave exactly the planned counts.",
            false => " Assignment did not give the planned counts, which it must.",
            null => string.Empty,
        };
        return
        [
            "Sample ratio",
            isMismatch ? "▼ mismatch" : "▲ fits",
            $"{(ratio.Stage == StageName.Assigned ? "Arm counts against planned shares" : $"Share of each arm that was {StageBlocks.Name(ratio.Stage)}, compared")}: {test}, {ReportNumber.PIs(p)} (alarm below 0.001).{assignment}",
        ];
    }

    private static IEnumerable<IReadOnlyList<string>> Audience(ReportFacts facts)
    {
        if (facts.Campaign?.Run.Funnel is { } funnel)
        {
            yield return
            [
                "Audience", funnel.Assigned > 0 ? "● see funnel" : "▼ nobody",
                $"{ReportNumber.Count(funnel.Rows)} rows, {ReportNumber.Count(funnel.Rejected)} rejected, " +
                $"{ReportNumber.Count(funnel.Excluded.Values.Sum())} excluded with a reason, {ReportNumber.Count(funnel.HeldOut)} held out, " +
                $"{ReportNumber.Count(funnel.Assigned)} assigned.",
            ];
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Power(ReportFacts facts)
    {
        if (facts.PowerOf(facts.Primary) is not { } power)
        {
            yield break;
        }

        var isSmall = power.NeededPerArm is { } needed && power.PerArm < needed;
        yield return
        [
            "Power", power.NeededPerArm is null ? "– not known" : isSmall ? facts.IsSettled ? "● imprecise" : "▼ too small" : "▲ large enough",
            power.NeededPerArm is null ? facts.Sentence(power.NotEstimable ?? "it could not be computed") + "."
                : $"{ReportNumber.Count(power.PerArm, "customer")} in the smallest arm; a lift of {ReportNumber.Lift(power.DetectableLiftPercent)} on " +
                  $"{ReportFacts.MetricName(power.Metric)} would be found with 80% power. A lift of 10% needs {ReportNumber.Count(power.NeededPerArm)} per arm.",
        ];
    }

    private static IEnumerable<IReadOnlyList<string>> Window(ReportFacts facts)
    {
        if (facts.Analysis.Window is { } window)
        {
            yield return
            [
                "Observation window", window.IsOpen ? "▼ open" : "▲ closed",
                window.IsOpen
                    ? $"{ReportNumber.Percent(window.ElapsedShare)} has passed; it closes {ReportNumber.Moment(window.ClosesAt)}."
                    : $"Closed {ReportNumber.Moment(window.ClosesAt)}, before the data were read ({ReportNumber.Moment(window.AsOf)}).",
            ];
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Plan(ReportFacts facts)
    {
        if (facts.Analysis.Plan is { } plan)
        {
            var count = plan.Deviations.Count;
            yield return
            [
                "Plan", count == 0 ? "▲ kept" : "▼ not kept",
                $"{DecisionSection.Lock(plan)}. " + (count == 0 ? "Nothing was done otherwise." : $"Done otherwise: {ReportNumber.Count(count)}, listed on page one; the result is exploratory."),
            ];
        }
    }
}
