using SkOrchestrator.Reporting.Model;

namespace SkOrchestrator.Reporting.Sections;

/// <summary>Turns the input of a report into its one model. The order of the sections is the reading order of every format.</summary>
internal static class ReportBuilder
{
    /// <summary>The words that stand on every page and figure when engagement is simulated.</summary>
    public const string SimulatedStamp = "SIMULATED ENGAGEMENT";

    /// <summary>The words that stand on every page and figure when all customers got the same mail.</summary>
    public const string SameMailStamp = "A/A CHECK";

    private const string Program = "Customer Personalization Orchestrator";

    /// <summary>The report of a run.</summary>
    public static ReportModel Build(ReportInput input)
    {
        var facts = new ReportFacts(input);
        return new ReportModel
        {
            Title = "Experiment report",
            Subtitle = $"{ReportText.Line(input.Brand.Name)} · experiment {ReportText.Line(facts.Analysis.ExperimentId)}",
            RunId = ReportText.Line(input.Run.RunId),
            Author = ReportText.Line(input.Brand.Name),
            Stamp = facts.Stamp,
            StampMeaning = StampMeaning(facts),
            CreatedAt = input.Run.StartedAt.ToUniversalTime(),
            ModifiedAt = (input.Run.FinishedAt ?? input.Run.StartedAt).ToUniversalTime(),
            Files = [AnalysisFiles.AnalysisName, AnalysisFiles.ResultsName, "safety_audit.csv"],
            Sections = Sections(facts),
        };
    }

    /// <summary>The report of an analysis without a run: the same sections without messages, safety and audience.</summary>
    public static ReportModel Build(AnalysisReportInput input)
    {
        var facts = new ReportFacts(input);
        return new ReportModel
        {
            Title = ReportText.Line(input.Title),
            Subtitle = ReportText.Line(input.Subtitle),
            RunId = null,
            Author = Program,
            Stamp = facts.Stamp,
            StampMeaning = StampMeaning(facts),
            CreatedAt = input.CreatedAt.ToUniversalTime(),
            ModifiedAt = input.CreatedAt.ToUniversalTime(),
            Files = [AnalysisFiles.AnalysisName, AnalysisFiles.ResultsName],
            Sections = Sections(facts),
        };
    }

    /// <summary>The sections in reading order; each is left out where it has nothing to show.</summary>
    private static IReadOnlyList<ReportSection> Sections(ReportFacts facts)
    {
        ReportSection?[] sections =
        [
            DecisionSection.Build(facts),
            HealthSection.Build(facts),
            LiftSection.Build(facts),
            ScorecardSection.Build(facts),
            GuardrailsSection.Build(facts),
            MonitoringSection.Build(facts),
            RatesSection.Build(facts),
            ArmsTogetherSection.Build(facts),
            OtherEstimatesSection.Build(facts),
            SegmentsSection.Build(facts),
            SegmentLiftSection.Build(facts),
            MessagesSection.Build(facts),
            SafetySection.Build(facts),
            AttributionSection.Build(facts),
            CitationsSection.Build(facts),
            RecommendationsSection.Build(facts),
            FunnelSection.Build(facts),
            InputSection.Build(facts),
            MethodSection.Build(facts),
            GlossarySection.Build(facts),
        ];
        return [.. sections.OfType<ReportSection>()];
    }

    private static string? StampMeaning(ReportFacts facts) => facts switch
    {
        { IsSimulated: true, HasExperiment: false } =>
            "Engagement would have been drawn from a declared rate table. No customer received a message, and nothing was measured.",
        { IsSimulated: true } =>
            "Opens, clicks, conversions and revenue were drawn from a declared rate table. No customer received or answered a message. " +
            "Numbers show that the machinery works; they are not results about customers.",
        { IsSameMail: true } => "All customers got the same mail; arms were drawn afterwards. Differences between arms are chance.",
        _ => null,
    };
}
