namespace SkOrchestrator.Data.Tables;

/// <summary>
/// Means, squared deviations and the product of deviations of two numbers per customer, one customer after the other (Welford 1962, Bennett et al. 2009),
/// counted from the first customer so that a large offset costs no digits.
/// </summary>
internal sealed class JointMoments
{
    private double _originFirst;
    private double _originSecond;
    private double _meanFirst;
    private double _meanSecond;

    public long Count { get; private set; }

    public double MeanFirst => _originFirst + _meanFirst;

    public double MeanSecond => _originSecond + _meanSecond;

    public double SquaresFirst { get; private set; }

    public double SquaresSecond { get; private set; }

    public double Products { get; private set; }

    public void Add(double first, double second)
    {
        (_originFirst, _originSecond) = Count == 0 ? (first, second) : (_originFirst, _originSecond);
        Count++;
        var (shiftedFirst, shiftedSecond) = (first - _originFirst, second - _originSecond);
        var gapFirst = shiftedFirst - _meanFirst;
        _meanFirst += gapFirst / Count;
        SquaresFirst += gapFirst * (shiftedFirst - _meanFirst);
        var gapSecond = shiftedSecond - _meanSecond;
        _meanSecond += gapSecond / Count;
        SquaresSecond += gapSecond * (shiftedSecond - _meanSecond);
        Products += gapFirst * (shiftedSecond - _meanSecond);
    }
}
