using SkOrchestrator.Messages;
using SkOrchestrator.Reporting.Model;
using SkOrchestrator.Safety;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>What was screened, blocked and why; how the audit can be checked.</summary>
internal static class SafetySection
{
    public static ReportSection? Build(ReportFacts facts)
    {
        if (facts.Campaign is not { } input)
        {
            return null;
        }

        var passed = input.Verdicts.Count(v => v.IsAllowed);
        var blocked = input.Verdicts.Count - passed;
        var screens = input.Verdicts.Select(v => ReportText.Line(v.Screen)).Append(ReportText.Line(input.Run.Screen)).Distinct(StringComparer.Ordinal);
        var blocks = new List<ReportBlock>
        {
            new KeyNumbers(
            [
                new("Variants generated", ReportNumber.Count(input.Variants.Count), "control included"),
                new("Approved", ReportNumber.Count(input.CountOf(VariantStatus.Approved)), "may be sent"),
                new("Blocked", ReportNumber.Count(input.CountOf(VariantStatus.Blocked)), "final, not rewritten"),
                new("Failed", ReportNumber.Count(input.CountOf(VariantStatus.Failed)), "no acceptable draft"),
                new("Pass rate", input.Verdicts.Count == 0 ? ReportNumber.Missing : ReportNumber.Percent((double)passed / input.Verdicts.Count),
                    $"{ReportNumber.Count(passed)} of {ReportNumber.Count(input.Verdicts.Count)} screened"),
            ]),
            new Paragraph($"Screened by: {string.Join(", ", screens)}. Subject, preheader, body and the message as the customer reads it are screened; " +
                "anything not screened is blocked."),
            blocked > 0 ? Reasons(input.Verdicts) : new Paragraph(input.Verdicts.Count > 0 ? "No variant was blocked." : "No variant reached the screen."),
        };
        if (input.Variants.Any(v => v.Status != VariantStatus.Approved))
        {
            blocks.Add(NotApproved(facts, input));
        }

        if (input.Verdicts.Count > 0)
        {
            blocks.Add(Severities(input.Verdicts));
        }

        blocks.Add(new Paragraph(
            $"Audit: {ReportNumber.Count(input.Run.AuditHead.Rows)} rows in safety_audit.csv, each chained to the one before by SHA-256. " +
            $"Head of the chain: {ReportText.Line(input.Run.AuditHead.Hash)}."));
        return new ReportSection("safety", "Safety", blocks);
    }

    public static string StatusName(VariantStatus status) => status switch
    {
        VariantStatus.Approved => "approved",
        VariantStatus.Blocked => "blocked by the safety gate",
        _ => "not acceptable after all attempts",
    };

    private static ReportTable Reasons(IReadOnlyList<SafetyVerdict> verdicts)
    {
        var byCategory = verdicts.Where(v => !v.IsAllowed).GroupBy(v => ReportText.Line(v.Category), StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (IReadOnlyList<string>)
                [
                    g.Key.Replace('_', ' '), ReportNumber.Count(g.Count()), ReportNumber.Percent((double)g.Count() / verdicts.Count),
                    ReportNumber.Count(g.Max(v => v.Severity)),
                ]).ToList();
        return new ReportTable(
            "block-reasons", "Blocked variants by category",
            [new("Category"), new("Blocked", true), new("Share of screened", true), new("Highest severity", true)],
            byCategory);
    }

    private static ReportTable NotApproved(ReportFacts facts, ReportInput input) => new(
        "not-approved", "Variants that may not be sent",
        [new("Variant"), new("Segment"), new("State"), new("Reason")],
        [.. input.Variants.Where(v => v.Status != VariantStatus.Approved).Select(v => (IReadOnlyList<string>)
            [
                ReportText.Line(v.VariantId.Value), facts.SegmentName(v.SegmentId.Value), v.Status == VariantStatus.Blocked ? "▼ blocked" : "▼ failed",
                ReasonOf(input, v),
            ])]);

    private static string ReasonOf(ReportInput input, MessageVariant variant)
    {
        if (input.Verdicts.FirstOrDefault(v => v.VariantId == variant.VariantId) is { IsAllowed: false } verdict)
        {
            return $"{ReportText.Line(verdict.Category).Replace('_', ' ')}: {ReportText.Line(verdict.Reason)}";
        }

        var problems = variant.Attempts.LastOrDefault()?.Problems.Where(p => p.Severity == ProblemSeverity.Error).ToList();
        return problems is { Count: > 0 }
            ? string.Join("; ", problems.Select(p => $"{ReportText.Line(p.Rule)}: {ReportText.Line(p.Message)}"))
            : $"{ReportNumber.Count(variant.Attempts.Count)} attempts without an acceptable draft";
    }

    private static ReportTable Severities(IReadOnlyList<SafetyVerdict> verdicts) => new(
        "safety-verdicts", "Verdicts",
        [new("Variant"), new("Status"), new("Worst category"), .. Enum.GetValues<SafetyCategory>().Select(c => new ReportColumn(CategoryName(c), true)), new("Blocks from", true)],
        [.. verdicts.Select(v => (IReadOnlyList<string>)
            [
                ReportText.Line(v.VariantId.Value), v.IsAllowed ? v.NeedsReview ? "● pass, review" : "▲ pass" : "▼ block",
                ReportText.Line(v.Category).Replace('_', ' '),
                .. Enum.GetValues<SafetyCategory>().Select(c => v.Severities.TryGetValue(c, out var severity) ? ReportNumber.Count(severity) : ReportNumber.Missing),
                ReportNumber.Count(v.Threshold),
            ])],
        "Severities run from 0 to 7; a dash means not screened, which blocks.");

    private static string CategoryName(SafetyCategory category) => category == SafetyCategory.SelfHarm ? "Self-harm" : category.ToString();
}
