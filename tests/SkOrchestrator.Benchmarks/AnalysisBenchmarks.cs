using BenchmarkDotNet.Attributes;
using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Benchmarks;

/// <summary>The whole analysis of 5 arms in 5 segments on 2 rates and a mean; should take less than 5 ms, however many customers are behind it.</summary>
[Config(typeof(QuickConfig))]
public class AnalysisBenchmarks
{
    private const int Arms = 5;
    private const int Segments = 5;

    private AnalysisInput? _input;

    /// <summary>Customers per arm and segment.</summary>
    [Params(20, 1_000, 1_000_000, 100_000_000)]
    public long Customers { get; set; }

    /// <summary>Whether customers' features are there for the attribution.</summary>
    [Params(false, true)]
    public bool Features { get; set; }

    /// <summary>Makes the cells.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        SegmentId[] segments = [.. Enumerable.Range(1, Segments).Select(SegmentId.Numbered)];
        string[] metrics = [Metric.ClickRate, Metric.OpenRate, Metric.RevenuePerRecipient];
        _input = new AnalysisInput
        {
            Experiment = new ExperimentOptions
            {
                Id = "benchmark",
                Arms = [.. Enumerable.Range(1, Arms - 1).Select(arm => new TreatmentArm(Arm(arm), $"tone {arm}"))],
                Weights = new Dictionary<ArmId, double>(),
                Primary = Metric.ClickRate,
                Metrics = metrics,
            },
            Source = EngagementSource.Imported,
            ArmsWereSent = true,
            AssignedHere = false,
            Design = new ExperimentDesign([.. segments.Select(s => new SegmentArms(s, [.. Enumerable.Range(0, Arms).Select(arm => new ArmShare(Arm(arm), VariantId.From($"{s}.{Arm(arm)}"), 1))]))], []),
            Cells = [.. segments.SelectMany((s, segment) => Enumerable.Range(0, Arms).SelectMany(arm => Cells(s, segment + 1, arm)))],
            FeatureTable = Features ? Table() : FeatureTable.Empty,
        };
    }

    /// <summary>Comparisons, corrections, ranking, power, heterogeneity, attribution and the decision.</summary>
    [Benchmark]
    public ExperimentAnalysis Analyse() => ExperimentAnalyzer.Analyze(_input!);

    private IEnumerable<CellSummary> Cells(SegmentId id, int segment, int arm)
    {
        yield return CellSummary.Rate(id, Arm(arm), Metric.ClickRate, Events(Customers, 0.03 + (0.005 * segment) + (0.002 * arm)), Customers);
        yield return CellSummary.Rate(id, Arm(arm), Metric.OpenRate, Events(Customers, 0.2 + (0.02 * segment) + (0.004 * arm)), Customers);
        yield return new CellSummary(id, Arm(arm), Metric.RevenuePerRecipient, Customers, Customers * (1 + (0.02 * arm)), Customers * 225.0);
    }

    /// <summary>Three features with 4, 3 and 2 levels: 24 patterns in each arm.</summary>
    private FeatureTable Table()
    {
        long customers = Customers * Segments / 24;
        return new FeatureTable(
            [new Feature("age", ["a", "b", "c", "d"]), new Feature("visits", ["few", "some", "many"]), new Feature("member", ["no", "yes"])],
            [Metric.ClickRate, Metric.OpenRate],
            [
                .. from arm in Enumerable.Range(0, Arms)
                   from age in Enumerable.Range(0, 4)
                   from visits in Enumerable.Range(0, 3)
                   from member in Enumerable.Range(0, 2)
                   select new FeaturePattern(
                       Arm(arm), [age, visits, member], customers,
                       [Events(customers, 0.03 + (0.01 * age) + (0.002 * visits)), Events(customers, 0.2 + (0.05 * member) + (0.01 * arm))]),
            ]);
    }

    private static long Events(long customers, double rate) => (long)Math.Round(customers * rate);

    private static ArmId Arm(int arm) => arm == 0 ? ArmId.Control : ArmId.Treatment(arm);
}
