using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Analysis;

/// <summary>Builds the input of the analyser, so that a test states only what matters.</summary>
internal sealed class Campaign
{
    private readonly List<CellSummary> _cells = [];
    private readonly List<SegmentArms> _segments = [];

    public Campaign(params string[] metrics)
    {
        Metrics = metrics.Length > 0 ? metrics : [Metric.ClickRate];
    }

    public IReadOnlyList<string> Metrics { get; }

    /// <summary>Adds a segment with equal shares and, per arm, customers and successes of each metric.</summary>
    public Campaign Segment(string id, params (long Customers, long[] Successes)[] arms) =>
        Segment(id, [.. arms.Select(_ => 1.0 / arms.Length)], arms);

    /// <summary>Adds a segment with given shares.</summary>
    public Campaign Segment(string id, double[] weights, params (long Customers, long[] Successes)[] arms)
    {
        Plan(id, [.. arms.Select((_, i) => (Arm(i), weights[i]))]);
        for (int i = 0; i < arms.Length; i++)
        {
            for (int m = 0; m < Metrics.Count; m++)
            {
                Cell(id, Arm(i), Metrics[m], arms[i].Customers, arms[i].Successes[m], arms[i].Successes[m]);
            }
        }

        return this;
    }

    /// <summary>Adds a segment of the design without any cell.</summary>
    public Campaign Plan(string id, params (ArmId Arm, double Weight)[] arms)
    {
        _segments.Add(new(SegmentId.From(id), [.. arms.Select(a => new ArmShare(a.Arm, VariantId.From($"{id}.{a.Arm}"), a.Weight))]));
        return this;
    }

    /// <summary>Adds a cell.</summary>
    public Campaign Cell(string segment, ArmId arm, string metric, long count, double sum, double sumOfSquares)
    {
        _cells.Add(new(SegmentId.From(segment), arm, metric, count, sum, count == 0 ? 0 : Math.Max(0, sumOfSquares - (sum * (sum / count)))));
        return this;
    }

    public AnalysisInput Input(EngagementSource source = EngagementSource.Historical, bool armsWereSent = true, SimulationOptions? simulation = null) => new()
    {
        Experiment = new()
        {
            Id = "autumn",
            Arms = [.. Enumerable.Range(1, Math.Max(1, _segments.Select(s => s.Arms.Count - 1).DefaultIfEmpty(3).Max())).Select(i => new TreatmentArm(Arm(i), $"tone {i}"))],
            Weights = new Dictionary<ArmId, double>(),
            Primary = Metrics[0],
            Metrics = Metrics,
            Simulation = simulation ?? new(),
        },
        Source = source,
        ArmsWereSent = armsWereSent,
        AssignedHere = false,
        Design = new(_segments, []),
        Cells = _cells,
    };

    public ExperimentAnalysis Analyze(EngagementSource source = EngagementSource.Historical, bool armsWereSent = true) =>
        ExperimentAnalyzer.Analyze(Input(source, armsWereSent));

    public static ArmId Arm(int index) => index == 0 ? ArmId.Control : ArmId.Treatment(index);

    public static Comparison Find(ExperimentAnalysis analysis, string segment, string arm, string? metric = null) =>
        analysis.Comparisons.Single(c => c.Segment == segment && c.Arm == arm && (metric is null || c.Metric == metric));
}
