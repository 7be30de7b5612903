using SkOrchestrator.Messages;
using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>The executive summary: status, the numbers that matter, what was tested and what came out, what to do next.</summary>
internal static class DecisionSection
{
    public static ReportSection Build(ReportFacts facts)
    {
        var words = DecisionWords.For(facts);
        var blocks = new List<ReportBlock>
        {
            new Callout(words.Kind, words.Headline, facts.HasExperiment ? [words.Meaning, .. Rules(facts)] : WhyNoExperiment(facts)),
            new KeyNumbers(SummaryNumbers.Of(facts)),
            new BulletList(SummaryLines.Of(facts)),
        };
        if (facts.Analysis.Decision.Caveats.Count > 0)
        {
            blocks.Add(new Subheading("Keep in mind"));
            blocks.Add(new BulletList([.. facts.Analysis.Decision.Caveats.Select(facts.Words.Line)]));
        }

        // without an experiment the narration could only repeat the reasons above
        if (facts.HasExperiment && facts.Words.Line(facts.Input.Narration) is { Length: > 0 } narration)
        {
            blocks.Add(new Subheading("In words"));
            blocks.Add(new Paragraph(narration));
            blocks.Add(new Paragraph($"Written by the experiment agent ({ReportText.Line(facts.Input.Run.Writer)}); the tables are binding.", IsNote: true));
        }

        return new ReportSection("decision", "Executive summary", blocks);
    }

    /// <summary>The rules that fired. Those of a simulation and of an A/A check only repeat what the status means.</summary>
    private static IEnumerable<string> Rules(ReportFacts facts) =>
        facts.IsSimulated || facts.IsSameMail ? [] : facts.Analysis.Decision.Rules.Select(facts.Words.Line);

    private static IReadOnlyList<string> WhyNoExperiment(ReportFacts facts)
    {
        var control = facts.Input.Variants.FirstOrDefault(v => v.Arm.IsControl);
        var reasons = new List<string>();
        if (control is null)
        {
            reasons.Add("No control message was written.");
        }
        else if (control.Status != VariantStatus.Approved)
        {
            reasons.Add($"The control message was {SafetySection.StatusName(control.Status)}; without control nothing can be compared.");
        }

        if (!facts.Input.Variants.Any(v => !v.Arm.IsControl && v.Status == VariantStatus.Approved))
        {
            reasons.Add("No treatment message was approved. Variants blocked by the safety gate: " +
                $"{ReportNumber.Count(facts.CountOf(VariantStatus.Blocked))}; not acceptable after all attempts: {ReportNumber.Count(facts.CountOf(VariantStatus.Failed))}.");
        }

        return reasons.Count > 0 ? reasons : ["Nobody was assigned to an arm."];
    }
}
