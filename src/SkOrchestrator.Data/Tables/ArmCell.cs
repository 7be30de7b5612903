using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Tables;

/// <summary>Everything that is kept of the customers of one arm in one segment.</summary>
internal sealed class ArmCell
{
    private readonly TableShape _shape;
    private readonly long[] _successes;
    private readonly RunningMoments[] _numbers;
    private readonly JointMoments[] _pairs;

    public ArmCell(TableShape shape)
    {
        _shape = shape;
        _successes = new long[shape.Rates.Count];
        _numbers = [.. shape.Numbers.Select(_ => new RunningMoments())];
        _pairs = [.. Enumerable.Range(0, (shape.Rates.Count + shape.Paired) * shape.Covariates.Count).Select(_ => new JointMoments())];
    }

    public long Count { get; private set; }

    public void Add(TableValues values)
    {
        Count++;
        for (var i = 0; i < _successes.Length; i++)
        {
            _successes[i] += (long)values.Rates[i];
        }

        for (var i = 0; i < _numbers.Length; i++)
        {
            _numbers[i].Add(values.Numbers[i]);
        }

        for (var i = 0; i < _pairs.Length; i++)
        {
            var metric = i / _shape.Covariates.Count;
            if (values.Covariates[i % _shape.Covariates.Count] is { } covariate)
            {
                _pairs[i].Add(metric < _successes.Length ? values.Rates[metric] : values.Numbers[metric - _successes.Length], covariate);
            }
        }
    }

    public IEnumerable<CellSummary> Cells(SegmentId segment, ArmId arm) =>
    [
        .. _successes.Select((successes, i) => CellSummary.Rate(segment, arm, _shape.Rates[i], successes, Count)),
        .. _numbers.Select((numbers, i) => new CellSummary(segment, arm, _shape.Numbers[i], Count, numbers.Sum, numbers.SquaredDeviations)),
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
