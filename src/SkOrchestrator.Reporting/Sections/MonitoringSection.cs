using SkOrchestrator.Analysis;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>What may be said before the planned end.</summary>
internal static class MonitoringSection
{
    private const string NoMethod = "none";

    public static ReportSection? Build(ReportFacts facts)
    {
        if (facts.Analysis.Monitoring is not { } monitoring)
        {
            return null;
        }

        var blocks = new List<ReportBlock> { new Paragraph(Introduction(facts, monitoring)) };
        if (monitoring.Arms.Count > 0)
        {
            blocks.Add(Table(facts, monitoring));
        }

        if (monitoring.SampleRatioPValue is { } p)
        {
            blocks.Add(new Paragraph($"The split itself, checked at every look: always-valid {ReportNumber.PIs(p)} (alarm below 0.001)."));
        }

        return new ReportSection("monitoring", "Looks before the end", blocks);
    }

    private static string Introduction(ReportFacts facts, MonitoringResult monitoring)
    {
        var information = monitoring.InformationShare is { } share ? $" {ReportNumber.Percent(share)} of the planned information is in." : string.Empty;
        var reason = monitoring.NotEstimable is { } why ? $" Not estimable: {facts.Words.Line(why)}." : string.Empty;
        return (monitoring.Method switch
        {
            "group_sequential" => "Group-sequential bounds, valid at any look that was planned: a difference counts only beyond the bound of its look." +
                (monitoring is { Look: { } look, Looks: { } looks } ? $" This is look {ReportNumber.Count(look)} of {ReportNumber.Count(looks)}." : string.Empty),
            "confidence_sequence" => "Confidence sequences, valid at any look, however often and whenever the numbers are read.",
            _ => "No look before the end was planned, so no verdict is drawn before it: the p-values of a fixed end are wrong when they are read again and again. What stands here is valid at any look.",
        }) + information + reason;
    }

    private static ReportTable Table(ReportFacts facts, MonitoringResult monitoring)
    {
        List<(ReportColumn Column, Func<MonitoredArm, string> Cell)> columns = [(new("Arm"), a => facts.ArmName(a.Arm))];
        if (monitoring.Method != NoMethod && monitoring.Arms.Any(a => a.Statistic is not null))
        {
            columns.Add((new("z", true), a => ReportNumber.SignedAmount(a.Statistic)));
        }

        if (monitoring.Arms.Any(a => a.Bound is not null))
        {
            columns.Add((new("Bound", true), a => a.Bound is { } bound ? "±" + ReportNumber.Amount(bound) : ReportNumber.Missing));
        }

        if (monitoring.Arms.Any(a => a.Sequence is not null))
        {
            columns.Add((new("Difference (valid at any look)", true), a => facts.DifferenceText(facts.Primary, a.Sequence)));
        }

        if (monitoring.Arms.Any(a => a.AlwaysValidPValue is not null))
        {
            columns.Add((new("p (valid at any look)", true), a => ReportNumber.P(a.AlwaysValidPValue)));
        }

        if (monitoring.Method != NoMethod)
        {
            columns.Add((new("Reading"), a => facts.MayBeRead ? Reading(monitoring, a) : "– no verdict"));
        }

        return new ReportTable(
            "monitoring", $"{ReportFacts.MetricHeading(facts.Primary)} so far, valid at any look",
            [.. columns.Select(c => c.Column)], [.. monitoring.Arms.Select(a => (IReadOnlyList<string>)[.. columns.Select(c => c.Cell(a))])]);
    }

    private static string Reading(MonitoringResult monitoring, MonitoredArm arm) => arm switch
    {
        { Statistic: null, Sequence: null } => "– not estimable",
        { Bound: null } when monitoring.Method == "group_sequential" => "● before the first look",
        { Crossed: true } => (arm.Sequence?.Estimate ?? arm.Statistic) < 0 ? "▼ crossed: worse than control" : "▲ crossed: better than control",
        _ => "● not crossed: go on",
    };
}
