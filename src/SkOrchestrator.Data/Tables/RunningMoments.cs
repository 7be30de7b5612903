namespace SkOrchestrator.Data.Tables;

/// <summary>
/// Count, sum and sum of squared deviations of numbers that come one by one (Welford 1962), counted from the first number so that a large offset
/// costs no digits; the sum carries its rounding along (Neumaier 1974).
/// The same numbers in the same order give the same bits.
/// </summary>
internal sealed class RunningMoments
{
    private double _first;
    private double _mean;
    private double _sum;
    private double _lost;

    public long Count { get; private set; }

    public double Sum => _sum + _lost;

    public double SquaredDeviations { get; private set; }

    public void Add(double value)
    {
        _first = Count == 0 ? value : _first;
        Count++;
        var shifted = value - _first;
        var gap = shifted - _mean;
        _mean += gap / Count;
        SquaredDeviations += gap * (shifted - _mean);
        var sum = _sum + value;
        _lost += Math.Abs(_sum) >= Math.Abs(value) ? _sum - sum + value : value - sum + _sum;
        _sum = sum;
    }
}
