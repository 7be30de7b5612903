using SkOrchestrator.Reporting.Model;
using SkOrchestrator.Reporting.Recommendations;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>What to do next, computed by rules; and what it takes to run this at scale.</summary>
internal static class RecommendationsSection
{
    private static readonly IReadOnlyList<IRecommendationRule> Actions =
    [
        new NoExperimentRule(), new SampleRatioRule(), new HarmRule(), new SimulatedRule(), new MeasureRule(), new SameMailRule(), new WinnerRule(), new UnclearRule(),
        new SampleSizeRule(), new BlockedVariantsRule(), new ReviewRule(), new SegmentDifferenceRule(), new AudienceLossRule(),
    ];

    private static readonly IReadOnlyList<IRecommendationRule> Considerations =
        [new ApprovalRule(), new CostRule(), new ContentRule(), new CadenceRule(), new AuditRule(), new WriterRule()];

    public static ReportSection Build(ReportFacts facts)
    {
        var blocks = new List<ReportBlock> { new Subheading("Next steps") };
        Append(blocks, NextSteps(facts));
        blocks.Add(new Subheading("Operational considerations for scaling"));
        Append(blocks, Evaluate(Considerations, facts));
        return new ReportSection("recommendations", "Recommendations", blocks);
    }

    /// <summary>What to do next, the most important first.</summary>
    public static IEnumerable<Recommendation> NextSteps(ReportFacts facts) => Evaluate(Actions, facts);

    private static IEnumerable<Recommendation> Evaluate(IReadOnlyList<IRecommendationRule> rules, ReportFacts facts) =>
        rules.Select(r => r.Evaluate(facts)).OfType<Recommendation>();

    private static void Append(List<ReportBlock> blocks, IEnumerable<Recommendation> recommendations)
    {
        foreach (var recommendation in recommendations)
        {
            blocks.Add(new BulletList([$"{recommendation.Title}: {recommendation.Text}"]));
            if (recommendation.Command is { } command)
            {
                blocks.Add(new CommandLine(command));
            }
        }
    }
}
