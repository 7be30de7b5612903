using SkOrchestrator.Reporting.Model;
using SkOrchestrator.Reporting.Recommendations;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>What to do next, computed by rules; and what it takes to run this at scale.</summary>
internal static class RecommendationsSection
{
    private static readonly IReadOnlyList<IRecommendationRule> Actions =
    [
        new NoExperimentRule(), new SampleRatioRule(), new HarmRule(), new WaitRule(), new SimulatedRule(), new MeasureRule(), new SameMailRule(), new WinnerRule(), new WorseRule(), new EquivalentRule(), new UnclearRule(),
        new GuardrailRule(), new SampleSizeRule(), new BlockedVariantsRule(), new ReviewRule(), new SegmentDifferenceRule(), new AudienceLossRule(), new PlanRule(),
    ];

    private static readonly IReadOnlyList<IRecommendationRule> Considerations =
        [new ApprovalRule(), new CostRule(), new ContentRule(), new CadenceRule(), new AuditRule(), new WriterRule()];

    public static ReportSection? Build(ReportFacts facts)
    {
        var blocks = new List<ReportBlock>();
        Append(blocks, "Next steps", [.. NextSteps(facts)]);
        Append(blocks, "Operational considerations for scaling", [.. Evaluate(Considerations, facts)]);
        return blocks.Count > 0 ? new ReportSection("recommendations", "Recommendations", blocks) : null;
    }

    /// <summary>What to do next, the most important first.</summary>
    public static IEnumerable<Recommendation> NextSteps(ReportFacts facts) => Evaluate(Actions, facts);

    private static IEnumerable<Recommendation> Evaluate(IReadOnlyList<IRecommendationRule> rules, ReportFacts facts) =>
        rules.Select(r => r.Evaluate(facts)).OfType<Recommendation>();

    private static void Append(List<ReportBlock> blocks, string heading, List<Recommendation> recommendations)
    {
        if (recommendations.Count > 0)
        {
            blocks.Add(new Subheading(heading));
        }

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
