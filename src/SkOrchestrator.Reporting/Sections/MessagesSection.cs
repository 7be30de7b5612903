using SkOrchestrator.Messages;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>Every approved message, with its citations and who wrote it.</summary>
internal static class MessagesSection
{
    public static ReportSection? Build(ReportFacts facts)
    {
        if (facts.Campaign is not { Approved.Count: > 0 } input)
        {
            return null;
        }

        var writers = input.Approved.Select(v => ReportText.Line(v.Model)).Distinct(StringComparer.Ordinal).ToList();
        var blocks = new List<ReportBlock>
        {
            new Paragraph($"{ReportNumber.Count(input.Approved.Count, "approved message")}, written by {string.Join(", ", writers)}. " +
                "Citations in brackets are for reviewers; they are removed from what customers get."),
        };
        blocks.AddRange(input.Approved.Select(v => Card(facts, input, v)));
        return new ReportSection("messages", "Messages", blocks);
    }

    private static MessageCard Card(ReportFacts facts, ReportInput input, MessageVariant variant)
    {
        var verdict = input.Verdicts.FirstOrDefault(v => v.VariantId == variant.VariantId);
        var screened = verdict is null ? string.Empty
            : $" · screened: {verdict.Status}{(verdict.NeedsReview ? ", a person should look" : string.Empty)}";
        return new MessageCard(
            $"{facts.SegmentName(variant.SegmentId.Value)} · {facts.ArmName(variant.Arm.Value)}",
            ReportText.Line(variant.Subject),
            ReportText.Line(variant.Preheader),
            ReportText.Paragraphs(variant.Body),
            variant.CallToAction is { } action ? $"{ReportText.Line(action.Label)} → {ReportText.Line(action.Url)}" : null,
            $"{ReportText.Line(variant.VariantId.Value)} · {ReportNumber.Count(variant.WordCount, "word")} · " +
            $"{ReportNumber.Count(variant.Citations.Count, "citation")} · written by {ReportText.Line(variant.Model)}{screened}");
    }
}
