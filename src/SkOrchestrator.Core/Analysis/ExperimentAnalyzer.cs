using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Analysis;

/// <summary>
/// Turns summaries into estimates, or into the reason why there are none. Looks at the arm sizes first, then compares treatments with control by segment
/// and stratified over segments, corrects for the number of questions, and concludes. Does not depend on the number of customers.
/// </summary>
public static class ExperimentAnalyzer
{
    /// <summary>Analyses an experiment.</summary>
    /// <exception cref="ArgumentException">A cell can't be the summary of real rows.</exception>
    public static ExperimentAnalysis Analyze(AnalysisInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var table = new AnalysisTable(input);
        double confidence = 1 - input.Experiment.Alpha;
        string? whyNone = WhyNothingCanBeEstimated(input, table);
        SampleRatioResult sampleRatio = new SampleRatioTable(input, table).Build();
        bool maySignify = !sampleRatio.Mismatch && (input.ArmsWereSent || input.Source == EngagementSource.Simulated) && input.Window is not { IsOpen: true };
        IReadOnlyList<Comparison> comparisons = new ComparisonCorrection(input.Experiment.Correction, input.Experiment.Alpha)
            .Apply(new ComparisonTable(input, table, confidence).Build(whyNone), maySignify);
        var powerTable = new PowerTable(table, input.Experiment.Alpha, whyNone);
        IReadOnlyList<PowerResult> power = powerTable.Build(comparisons);
        var guardrails = new GuardrailTable(input, table, confidence);
        DecisionFacts facts = DecisionFacts.Of(input, table, sampleRatio, guardrails.Build(), comparisons, power, whyNone);
        return new()
        {
            ExperimentId = input.Experiment.Id,
            Alpha = input.Experiment.Alpha,
            Correction = Name(input.Experiment.Correction),
            Seed = input.Experiment.Seed,
            EngagementSource = Name(input.Source),
            PrimaryMetric = input.Experiment.Primary,
            Control = ArmId.Control.Value,
            SentMails = input.SentMails.Count == 0 ? null : input.SentMails.ToDictionary(m => m.Key.Value, m => m.Value),
            SampleRatio = sampleRatio,
            Arms = new ArmTable(table, confidence, observed: input.Source != EngagementSource.None).Build(),
            Comparisons = comparisons,
            Power = power,
            Attribution = whyNone is null ? AttributionTable.Build(input.Features, table.Metrics, confidence) : [],
            Citations = CitationTable.Build(input, comparisons),
            Heterogeneity = new HeterogeneityTable(table, whyNone).Build(),
            Guardrails = facts.Guardrails,
            Monitoring = facts.Monitoring,
            Window = input.Window,
            Plan = input.Plan,
            Decision = DecisionMaker.Decide(facts, table),
            Notes = new AnalysisNotes(input, table, powerTable).Build(comparisons, power, facts, guardrails.NotObserved),
        };
    }

    private static string? WhyNothingCanBeEstimated(AnalysisInput input, AnalysisTable table) =>
        input.Design.Segments.Count + input.Design.LeftOut.Count == 0 ? "there is no experiment, because no customer can be mailed"
        : input.Design.Segments.Count == 0 ? "there is no experiment, because no segment has an approved control and treatment"
        : input.Source == EngagementSource.None ? "no engagement was observed"
        : !table.HasData ? "no customer was observed"
        : null;

    private static string Name(CorrectionMethod method) => method switch
    {
        CorrectionMethod.Holm => "holm",
        CorrectionMethod.BenjaminiHochberg => "bh",
        _ => "none",
    };

    private static string Name(EngagementSource source) => source switch
    {
        EngagementSource.Simulated => "simulated",
        EngagementSource.Historical => "historical",
        EngagementSource.Imported => "imported",
        _ => "none",
    };
}
