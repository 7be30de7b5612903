using SkOrchestrator.Analysis;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>From assignment to mailbox: the sample ratio at each stage, and what became of the mails of each arm.</summary>
internal static class StageBlocks
{
    public static IEnumerable<ReportTable> Of(ReportFacts facts)
    {
        var ratio = facts.Analysis.SampleRatio;
        if (ratio.Stages.Count > 1)
        {
            yield return new ReportTable(
                "sample-ratio-stages", "Sample ratio by stage",
                [new("Stage"), new("State"), new("Chi-square", true), new("Degrees of freedom", true), new("p", true)],
                [.. ratio.Stages.Select(s => (IReadOnlyList<string>)
                    [
                        ReportFacts.Capital(Name(s.Stage)), s.PValue is null ? "– not estimable" : s.Mismatch ? "▼ mismatch" : "▲ fits",
                        s.ChiSquare is null && s.PValue is not null ? "exact test" : ReportNumber.General(s.ChiSquare), ReportNumber.Count(s.DegreesOfFreedom), ReportNumber.P(s.PValue),
                    ])],
                "A stage that fits after one that does not is no comfort: the customers who were lost are gone.");
        }

        var columns = Columns.Where(c => ratio.Delivery.Any(d => c.Count(d) is not null)).ToList();
        if (columns.Count > 0)
        {
            yield return new ReportTable(
                "delivery", "What became of the mails",
                [new("Arm"), new("Assigned", true), .. columns.Select(c => new ReportColumn(c.Header, true))],
                [.. ratio.Delivery.Select(d => (IReadOnlyList<string>)
                    [facts.ArmName(d.Arm), ReportNumber.Count(d.Assigned), .. columns.Select(c => Share(c.Count(d), d.Assigned))])],
                "Shares are of assigned customers, who all count in every comparison. Machine opens are opens by a program and count as none.");
        }
    }

    /// <summary>A stage in words.</summary>
    public static string Name(string stage) => ReportText.Line(stage).Replace('_', ' ');

    private static readonly (string Header, Func<ArmDelivery, long?> Count)[] Columns =
    [
        ("Handed over", d => d.Exported), ("Sent", d => d.Sent), ("Delivered", d => d.Delivered), ("Bounced", d => d.Bounced), ("Machine opens", d => d.MachineOpened),
    ];

    private static string Share(long? count, long assigned) => count is not { } known ? ReportNumber.Missing
        : assigned == 0 ? ReportNumber.Count(known)
        : $"{ReportNumber.Count(known)} ({ReportNumber.PercentOf((double)known / assigned)((double)known / assigned)})";
}
