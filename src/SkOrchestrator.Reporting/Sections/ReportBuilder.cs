using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>Turns the input of a report into its one model. The order of the sections is the reading order of every format.</summary>
internal static class ReportBuilder
{
    /// <summary>The words that stand on every page and figure when engagement is simulated.</summary>
    public const string SimulatedStamp = "SIMULATED ENGAGEMENT";

    /// <summary>The words that stand on every page and figure when all customers got the same mail.</summary>
    public const string SameMailStamp = "A/A CHECK";

    public static ReportModel Build(ReportInput input)
    {
        var facts = new ReportFacts(input);
        ReportSection?[] sections =
        [
            DecisionSection.Build(facts),
            HealthSection.Build(facts),
            LiftSection.Build(facts),
            ScorecardSection.Build(facts),
            RatesSection.Build(facts),
            SegmentsSection.Build(facts),
            SegmentLiftSection.Build(facts),
            MessagesSection.Build(facts),
            SafetySection.Build(facts),
            AttributionSection.Build(facts),
            CitationsSection.Build(facts),
            RecommendationsSection.Build(facts),
            FunnelSection.Build(facts),
            MethodSection.Build(facts),
            GlossarySection.Build(facts),
        ];
        return new ReportModel
        {
            Title = "Experiment report",
            Subtitle = $"{ReportText.Line(input.Brand.Name)} · experiment {ReportText.Line(facts.Analysis.ExperimentId)}",
            RunId = ReportText.Line(input.Run.RunId),
            Author = ReportText.Line(input.Brand.Name),
            Stamp = facts.Stamp,
            StampMeaning = facts.IsSimulated && !facts.HasExperiment
                ? "Engagement would have been drawn from a declared rate table. No customer received a message, and nothing was measured."
                : facts.IsSimulated
                ? "Opens, clicks, conversions and revenue were drawn from a declared rate table. No customer received or answered a message. " +
                  "Numbers show that the machinery works; they are not results about customers."
                : facts.IsSameMail ? "All customers got the same mail; arms were drawn afterwards. Differences between arms are chance." : null,
            CreatedAt = input.Run.StartedAt.ToUniversalTime(),
            ModifiedAt = (input.Run.FinishedAt ?? input.Run.StartedAt).ToUniversalTime(),
            Sections = [.. sections.OfType<ReportSection>()],
        };
    }
}
