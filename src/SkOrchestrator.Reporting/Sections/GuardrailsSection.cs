using SkOrchestrator.Analysis;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>Rates that must not get worse: each treatment against control and a declared margin.</summary>
internal static class GuardrailsSection
{
    public static ReportSection? Build(ReportFacts facts)
    {
        var guardrails = facts.Analysis.Guardrails;
        if (guardrails.Count == 0)
        {
            return null;
        }

        var blocks = new List<ReportBlock>();
        if (guardrails.Where(IsBroken).ToList() is { Count: > 0 } broken)
        {
            blocks.Add(new Callout(CalloutKind.Problem, "Broken", [.. broken.Select(g => Sentence(facts, g))]));
        }

        blocks.Add(new ReportTable(
            "guardrails", "Guardrails: must not get worse",
            [new("Metric"), new("Arm"), new("Control", true), new("Arm's rate", true), new($"Difference ({facts.IntervalLevel})", true), new("Margin", true), new("Outcome")],
            [.. guardrails.Select(g => Row(facts, g))],
            Note(facts)));
        return new ReportSection("guardrails", "Guardrails", blocks);
    }

    /// <summary>Whether the arm must stop.</summary>
    public static bool IsBroken(GuardrailResult guardrail) => guardrail.Outcome is GuardrailOutcome.Harm or GuardrailOutcome.Stop;

    /// <summary>An outcome as mark and words.</summary>
    public static string Words(GuardrailResult guardrail) => guardrail switch
    {
        { NotEstimable: not null, Outcome: GuardrailOutcome.Unclear } => "– not estimable",
        { Outcome: GuardrailOutcome.Passed } => "▲ passed: within the margin",
        { Outcome: GuardrailOutcome.Unclear } => "● unclear: not shown to be within the margin",
        { Outcome: GuardrailOutcome.Worse } => "▼ worse than control, not shown beyond the margin",
        { Outcome: GuardrailOutcome.Harm } => "▼ harm: worse by more than the margin",
        { Outcome: GuardrailOutcome.Stop } => "▼ stop: too many complaints",
        _ => "● " + ReportText.Line(guardrail.Outcome),
    };

    private static IReadOnlyList<string> Row(ReportFacts facts, GuardrailResult g)
    {
        var rate = ReportNumber.PercentOf(g.Rate, g.ControlRate);
        var points = ReportNumber.PointsOf(g.Estimate, g.CiLow, g.CiHigh);
        return
        [
            ReportFacts.MetricName(g.Metric), facts.ArmName(g.Arm), g.Arm == facts.Analysis.Control ? ReportNumber.Missing : rate(g.ControlRate), rate(g.Rate),
            ReportNumber.WithInterval(g.Estimate, g.CiLow, g.CiHigh, points), ReportNumber.PointsOf(g.Margin)(g.Margin), facts.Analysis.Decision.Status == DecisionStatus.Unhealthy ? "– no verdict" : Words(g),
        ];
    }

    private static string Sentence(ReportFacts facts, GuardrailResult g) =>
        $"{facts.ArmName(g.Arm)}, {ReportFacts.MetricName(g.Metric)}: {ReportNumber.PercentOf(g.Rate, g.ControlRate)(g.Rate)} " +
        (g.Outcome == GuardrailOutcome.Stop
            ? "reaches the limit at which an arm stops, whatever control does."
            : $"against {ReportNumber.PercentOf(g.Rate, g.ControlRate)(g.ControlRate)}; the whole interval lies above the margin of {ReportNumber.PointsOf(g.Margin)(g.Margin)}.");

    private static string Note(ReportFacts facts)
    {
        var reasons = facts.Analysis.Guardrails.Where(g => g.NotEstimable is not null && g.Arm != facts.Analysis.Control)
            .Select(g => $"{ReportFacts.MetricName(g.Metric)}, {facts.ArmName(g.Arm)}: {facts.Words.Line(g.NotEstimable)}").ToList();
        return "Passed means that the upper end of the interval is below the margin. Unclear is no pass: more customers are needed to know. Not corrected for several arms, so that harm is seen early." +
            (reasons.Count == 0 ? string.Empty : $" Not estimable — {string.Join("; ", reasons)}.");
    }
}
