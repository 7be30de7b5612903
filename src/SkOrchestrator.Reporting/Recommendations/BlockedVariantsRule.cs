using SkOrchestrator.Messages;

namespace SkOrchestrator.Reporting.Recommendations;

/// <summary>Variants that may not be sent leave segments with fewer arms.</summary>
internal sealed class BlockedVariantsRule : IRecommendationRule
{
    public Recommendation? Evaluate(ReportFacts facts)
    {
        if (facts.Campaign is not { } input)
        {
            return null;
        }

        var blocked = input.CountOf(VariantStatus.Blocked);
        var failed = input.CountOf(VariantStatus.Failed);
        return blocked + failed == 0 || !facts.HasExperiment
            ? null
            : new(
                "Look at the variants that may not be sent",
                $"{ReportNumber.Count(blocked)} blocked and {ReportNumber.Count(failed)} failed; their customers went to the other arms of the segment. " +
                "A block is final; mend the content or the prompt, and run again.");
    }
}
