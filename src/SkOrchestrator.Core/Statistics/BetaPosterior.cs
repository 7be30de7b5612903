namespace SkOrchestrator.Statistics;

/// <summary>
/// A beta posterior by its density relative to the mode. The constant in front cancels where it is used, so no difference of large log-gamma values is
/// taken and shapes of 1e8 are as exact as shapes of 10. Both shapes must be at least 1.
/// </summary>
internal sealed class BetaPosterior
{
    private const double NegligibleLogDensity = -45;

    private readonly double _a;
    private readonly double _b;
    private readonly double _mode;

    /// <summary>The posterior of a rate.</summary>
    public BetaPosterior(Proportion arm, double priorAlpha = 1, double priorBeta = 1)
    {
        _a = priorAlpha + arm.Successes - 1;
        _b = priorBeta + arm.Failures - 1;
        ArgumentOutOfRangeException.ThrowIfNegative(_a);
        ArgumentOutOfRangeException.ThrowIfNegative(_b);
        _mode = _a + _b > 0 ? _a / (_a + _b) : 0.5;
        Low = Bisection.Edge(_mode, 0, x => LogDensity(x) < NegligibleLogDensity);
        High = Bisection.Edge(_mode, 1, x => LogDensity(x) < NegligibleLogDensity);
    }

    /// <summary>Below it there is no noticeable probability.</summary>
    public double Low { get; }

    /// <summary>Above it there is no noticeable probability.</summary>
    public double High { get; }

    /// <summary>The density relative to the one at the mode.</summary>
    public double Density(double x) => x < Low || x > High ? 0 : Math.Exp(LogDensity(x));

    private double LogDensity(double x) => Term(_a, x, _mode) + Term(_b, 1 - x, 1 - _mode);

    private static double Term(double shape, double x, double atMode)
    {
        if (shape == 0)
        {
            return 0;
        }

        double relative = (x - atMode) / atMode;
        return shape * (Math.Abs(relative) < 0.5 ? double.LogP1(relative) : Math.Log(x / atMode));
    }
}
