using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;
using SkOrchestrator.Statistics;

namespace SkOrchestrator.Analysis;

/// <summary>The cells by segment, arm and metric, limited to the arms of the design; cells of partitions are added up.</summary>
internal sealed class AnalysisTable
{
    private readonly Dictionary<(SegmentId Segment, ArmId Arm, string Metric), CellSummary> _cells = [];
    private readonly Dictionary<(SegmentId Segment, ArmId Arm), long> _assigned = [];
    private readonly Dictionary<SegmentId, IReadOnlyList<ArmShare>> _arms;
    private readonly IReadOnlyDictionary<string, string> _notObserved;
    private readonly WinsorisedMetrics _winsorised;
    private readonly IReadOnlySet<string> _numeric;

    /// <summary>Checks and adds up the cells.</summary>
    /// <exception cref="ArgumentException">A cell can't be the summary of real rows.</exception>
    public AnalysisTable(AnalysisInput input)
    {
        _arms = input.Design.Segments.ToDictionary(s => s.SegmentId, s => s.Arms);
        _notObserved = input.NotObserved;
        _numeric = input.NumericMetrics;
        _winsorised = new(input);
        By = input.StratifiedBy;
        Control = input.Control;
        Segments = [.. input.Design.Segments.Select(s => s.SegmentId)];
        HashSet<ArmId> planned = [.. _arms.Values.SelectMany(a => a).Select(a => a.Arm)];
        Treatments = [.. input.Experiment.Arms.Select(a => a.Id).Concat(planned).Where(a => a != Control).Distinct()];
        Metrics =
        [
            .. input.Experiment.Metrics.Prepend(input.Experiment.Primary).Distinct()
                .Where(m => !_winsorised.Contains(m) || m == input.Experiment.Primary)
                .OrderBy(m => Position(input.Experiment.Metrics, m)),
        ];
        foreach (CellSummary cell in input.Cells.Where(c => Has(c.SegmentId, c.Arm)))
        {
            Check(cell);
            var key = (cell.SegmentId, cell.Arm, cell.Metric);
            CellSummary sum = _cells[key] = _cells.TryGetValue(key, out CellSummary? other) ? other.Merge(cell) : cell;
            _assigned[(cell.SegmentId, cell.Arm)] = Math.Max(_assigned.GetValueOrDefault((cell.SegmentId, cell.Arm)), sum.Count);
        }
    }

    /// <summary>What the segments are named after.</summary>
    public string By { get; }

    /// <summary>The arm that the others are compared with.</summary>
    public ArmId Control { get; }

    /// <summary>Segments of the design.</summary>
    public IReadOnlyList<SegmentId> Segments { get; }

    /// <summary>Treatments, in configured order.</summary>
    public IReadOnlyList<ArmId> Treatments { get; }

    /// <summary>Treatments that some segment plans with a share above 0.</summary>
    public IReadOnlyList<ArmId> PlannedTreatments => [.. Treatments.Where(t => _arms.Values.Any(a => a.Any(x => x.Arm == t && x.Weight > 0)))];

    /// <summary>Metrics, in configured order; the primary one is always among them, and winsorised ones are not.</summary>
    public IReadOnlyList<string> Metrics { get; }

    /// <summary>Whether the design has no segments but one of everybody.</summary>
    public bool IsUndivided => Segments.Count == 1 && Segments[0] == SegmentId.All;

    /// <summary>Whether the metric is a number per customer and not a yes or no.</summary>
    public bool IsNumeric(string metric) => _numeric.Contains(metric) || _winsorised.Contains(metric);

    /// <summary>Why nothing was observed of a metric, or null.</summary>
    public string? WhyNotObserved(string metric) => _notObserved.TryGetValue(metric, out string? why) ? why : null;

    /// <summary>Whether any customer was observed on any metric.</summary>
    public bool HasData => _cells.Values.Any(c => c.Count > 0);

    /// <summary>Arms planned in a segment.</summary>
    public IReadOnlyList<ArmShare> Arms(SegmentId segment) => _arms.TryGetValue(segment, out IReadOnlyList<ArmShare>? found) ? found : [];

    /// <summary>Whether the arm is planned in the segment.</summary>
    public bool Has(SegmentId segment, ArmId arm) => Arms(segment).Any(a => a.Arm == arm);

    /// <summary>Segments that plan one of the treatments.</summary>
    public IReadOnlyList<SegmentId> SegmentsWith(IReadOnlyCollection<ArmId> treatments) =>
        [.. Segments.Where(s => treatments.Any(t => Has(s, t)))];

    /// <summary>Customers assigned to an arm of a segment.</summary>
    public long Assigned(SegmentId segment, ArmId arm) => _assigned.GetValueOrDefault((segment, arm));

    /// <summary>Customers assigned in a segment.</summary>
    public long Assigned(SegmentId segment) => Arms(segment).Sum(a => Assigned(segment, a.Arm));

    /// <summary>Customers assigned to an arm in all segments.</summary>
    public long Assigned(ArmId arm) => Segments.Sum(s => Assigned(s, arm));

    /// <summary>Share of the assigned customers who are in these segments; null where nobody is assigned.</summary>
    public double? Share(IEnumerable<SegmentId> segments)
    {
        double all = Segments.Sum(s => (double)Assigned(s));
        return all == 0 ? null : segments.Sum(s => (double)Assigned(s)) / all;
    }

    /// <summary>A rate over some segments and arms.</summary>
    public Proportion Rate(IEnumerable<SegmentId> segments, IReadOnlyCollection<ArmId> among, string metric) =>
        Found(segments, among, metric).Aggregate(default(Proportion), (sum, c) => sum + new Proportion((long)Math.Round(c.Sum), c.Count));

    /// <summary>Rates of control and of some treatments in one segment.</summary>
    public Stratum Arms(SegmentId segment, IReadOnlyCollection<ArmId> treatments, string metric) =>
        new(Rate([segment], [Control], metric), Rate([segment], treatments, metric));

    /// <summary>A mean over some segments and arms.</summary>
    public MeanSummary Mean(IEnumerable<SegmentId> segments, IReadOnlyCollection<ArmId> among, string metric)
    {
        CellSummary? merged = Found(segments, among, metric).Aggregate((CellSummary?)null, (sum, c) => sum?.Merge(c) ?? c);
        return merged is null or { Count: 0 } ? default : MeanSummary.FromMoments(merged.Count, merged.Sum / merged.Count, merged.SquaredDeviations);
    }

    private IEnumerable<CellSummary> Found(IEnumerable<SegmentId> segments, IReadOnlyCollection<ArmId> among, string metric)
    {
        foreach (SegmentId segment in segments)
        {
            foreach (ArmId arm in among)
            {
                if (_cells.TryGetValue((segment, arm, metric), out CellSummary? cell))
                {
                    yield return cell;
                }
            }
        }
    }

    private static int Position(IReadOnlyList<string> metrics, string metric)
    {
        int index = metrics.TakeWhile(m => m != metric).Count();
        return index == metrics.Count ? -1 : index;
    }

    private void Check(CellSummary cell)
    {
        bool possible = cell.Count >= 0 && double.IsFinite(cell.Sum) && double.IsFinite(cell.SquaredDeviations) && cell.SquaredDeviations >= 0 &&
            (IsNumeric(cell.Metric) || (cell.Sum >= 0 && cell.Sum <= cell.Count));
        if (!possible)
        {
            throw new ArgumentException($"{cell} is not the summary of customers");
        }
    }
}
