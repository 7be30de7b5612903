using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Tables;

/// <summary>Everything that is kept of the customers of one arm in one segment.</summary>
internal sealed class ArmCell
{
    /// <summary>The cell of all customers; no column of a table is called so.</summary>
    public const string AllCustomers = "";

    private readonly TableShape _shape;
    private readonly long[] _successes;
    private readonly long[] _trials;
    private readonly RunningMoments[] _numbers;
    private readonly JointMoments[] _pairs;

    public ArmCell(TableShape shape)
    {
        _shape = shape;
        _successes = new long[shape.Rates.Count];
        _trials = new long[shape.Rates.Count];
        _numbers = [.. shape.Numbers.Select(_ => new RunningMoments())];
        _pairs = [.. Enumerable.Range(0, (shape.Rates.Count + shape.Paired) * shape.Covariates.Count).Select(_ => new JointMoments())];
    }

    /// <summary>Customers, whatever is known of them.</summary>
    public long Count { get; private set; }

    public void Add(TableValues values)
    {
        Count++;
        for (var i = 0; i < _successes.Length; i++)
        {
            if (values.Rates[i] is { } rate)
            {
                _trials[i]++;
                _successes[i] += (long)rate;
            }
        }

        for (var i = 0; i < _numbers.Length; i++)
        {
            if (values.Numbers[i] is { } number)
            {
                _numbers[i].Add(number);
            }
        }

        for (var i = 0; i < _pairs.Length; i++)
        {
            var metric = i / _shape.Covariates.Count;
            var outcome = metric < _successes.Length ? values.Rates[metric] : values.Numbers[metric - _successes.Length];
            if (outcome is { } known && values.Covariates[i % _shape.Covariates.Count] is { } covariate)
            {
                _pairs[i].Add(known, covariate);
            }
        }
    }

    /// <summary>Customers with a value, by metric of the shape, capped ones included.</summary>
    public IEnumerable<long> Known => _trials.Concat(_numbers.Select(n => n.Count));

    /// <summary>
    /// A cell for each metric, of the customers with a value. Where every metric lacks some, one cell more counts all customers, so that nobody who was assigned is
    /// missing when the arm sizes are checked.
    /// </summary>
    public IEnumerable<CellSummary> Cells(SegmentId segment, ArmId arm) =>
    [
        .. _successes.Select((successes, i) => CellSummary.Rate(segment, arm, _shape.Rates[i], successes, _trials[i])),
        .. _numbers.Select((numbers, i) => new CellSummary(segment, arm, _shape.Numbers[i], numbers.Count, numbers.Sum, numbers.SquaredDeviations)),
        .. Known.All(known => known < Count) ? [CellSummary.Rate(segment, arm, AllCustomers, 0, Count)] : Array.Empty<CellSummary>(),
    ];

    public IEnumerable<PairedCell> Pairs(SegmentId segment, ArmId arm)
    {
        List<string> metrics = [.. _shape.Rates, .. _shape.Numbers.Take(_shape.Paired)];
        return _pairs.Select((pair, i) => new PairedCell(
            segment,
            arm,
            metrics[i / _shape.Covariates.Count],
            _shape.Covariates[i % _shape.Covariates.Count],
            pair.Count,
            pair.MeanFirst,
            pair.MeanSecond,
            pair.SquaresFirst,
            pair.SquaresSecond,
            pair.Products));
    }
}
