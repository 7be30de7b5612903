using SkOrchestrator.Configuration;

namespace SkOrchestrator.Analysis;

/// <summary>
/// Turns summaries into estimates, or into the reason why there are none. Looks at the arm sizes first, then compares treatments with control by segment
/// of every breakdown and stratified over the first one, corrects for the number of questions, and concludes. Does not depend on the number of customers.
/// </summary>
public static class ExperimentAnalyzer
{
    /// <summary>Analyses an experiment.</summary>
    /// <exception cref="ArgumentException">A cell can't be the summary of real rows, or nothing is known of the primary metric: no cell, and not even its name among the metrics.</exception>
    public static ExperimentAnalysis Analyze(AnalysisInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        RequirePrimary(input);
        var table = new AnalysisTable(input);
        string? whyNone = WhyNothingCanBeEstimated(input, table);
        SampleRatioResult sampleRatio = new SampleRatioTable(input, table).Build();
        bool maySignify = !sampleRatio.Mismatch && (input.ArmsWereSent || input.Source == EngagementSource.Simulated) && input.Window is not { IsOpen: true };
        AnalysisTable[] tables = [table, .. input.Breakdowns.Select(b => new AnalysisTable(input with { Design = b.Design, Cells = b.Cells, StratifiedBy = b.By }))];
        IReadOnlyList<Comparison> corrected = AaCheck.WithoutLift(
            input, new ComparisonCorrection(input.Experiment.Correction, input.Experiment.Alpha).Apply(Compared(input, tables, whyNone), maySignify));
        MonitoringResult? monitoring = new MonitoringTable(input, table, sampleRatio).Build(corrected, whyNone);
        IReadOnlyList<Comparison> comparisons = DeclaredMonitoring.Hold(input, corrected, monitoring);
        var powerTable = new PowerTable(table, input.Experiment.Alpha, whyNone, AaCheck.Is(input));
        IReadOnlyList<PowerResult> power = powerTable.Build(comparisons);
        var guardrails = new GuardrailTable(input, table);
        IReadOnlyList<HeterogeneityResult> heterogeneity = new HeterogeneityTable(tables, input.Experiment.Alpha, whyNone).Build();
        DecisionFacts facts = DecisionFacts.Of(input, table, sampleRatio, guardrails.Build(), comparisons, heterogeneity, power, powerTable, monitoring, whyNone);
        return new()
        {
            ExperimentId = input.Experiment.Id,
            Alpha = input.Experiment.Alpha,
            Correction = Name(input.Experiment.Correction),
            Seed = input.Experiment.Seed,
            EngagementSource = Name(input.Source),
            PrimaryMetric = input.Experiment.Primary,
            Control = input.Control.Value,
            SentMails = input.SentMails.Count == 0 ? null : input.SentMails.ToDictionary(m => m.Key.Value, m => m.Value),
            SampleRatio = sampleRatio,
            Arms = Counted(input, tables),
            Comparisons = comparisons,
            Power = power,
            Attribution = whyNone is null ? new AttributionTable(input, table).Build() : [],
            Citations = CitationTable.Build(input, comparisons),
            Heterogeneity = heterogeneity,
            Omnibus = new OmnibusTable(table, whyNone).Build(),
            Ranking = new RankingTable(input, table, whyNone).Build(),
            Adjusted = new AdjustedTable(input, table).Build(whyNone),
            Ratios = new RatioTable(input, table).Build(whyNone),
            Holdout = whyNone is null ? HoldoutTable.Build(input, maySignify) : [],
            Guardrails = facts.Guardrails,
            Monitoring = facts.Monitoring,
            Window = input.Window,
            Plan = input.Plan,
            Decision = DecisionMaker.Decide(facts, table),
            Notes = new AnalysisNotes(input, table, powerTable).Build(comparisons, facts, guardrails.NotObserved),
        };
    }

    private static void RequirePrimary(AnalysisInput input)
    {
        string primary = input.Experiment.Primary;
        if (!input.Experiment.Metrics.Contains(primary) && !input.NotObserved.ContainsKey(primary) && !input.Cells.Any(c => c.Metric == primary))
        {
            throw new ArgumentException($"nothing is known of the primary metric '{primary}'; metrics: {string.Join(", ", input.Experiment.Metrics)}", nameof(input));
        }
    }

    private static IReadOnlyList<Comparison> Compared(AnalysisInput input, IReadOnlyList<AnalysisTable> tables, string? whyNone) =>
        [.. new ComparisonTable(input, tables[0]).Overall(whyNone), .. tables.SelectMany(t => new ComparisonTable(input, t).InSegments(whyNone))];

    private static IReadOnlyList<ArmResult> Counted(AnalysisInput input, IReadOnlyList<AnalysisTable> tables)
    {
        ArmTable[] counted = [.. tables.Select(t => new ArmTable(t, 1 - input.Experiment.Alpha, observed: input.Source != EngagementSource.None))];
        return [.. counted[0].Overall(), .. counted.SelectMany(t => t.InSegments())];
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
