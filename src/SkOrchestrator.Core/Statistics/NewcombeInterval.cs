namespace SkOrchestrator.Statistics;

/// <summary>Newcombe's interval for a difference of rates: two Wilson intervals, square and add (Newcombe 1998, method 10).</summary>
internal static class NewcombeInterval
{
    /// <summary>The interval of treatment − control.</summary>
    public static Estimated<Bounds> Of(Stratum arms, double confidence) => SquareAndAdd(arms, arm => WilsonInterval.Of(arm, confidence));

    /// <summary>Joins intervals of both rates to an interval of their difference.</summary>
    public static Estimated<Bounds> SquareAndAdd(Stratum arms, Func<Proportion, Estimated<Bounds>> interval)
    {
        if (!interval(arms.Control).TryGet(out Bounds? control, out _) || !interval(arms.Treatment).TryGet(out Bounds? treatment, out _))
        {
            return new NotEstimable("an arm has no customers");
        }

        double p1 = arms.Control.Rate;
        double p2 = arms.Treatment.Rate;
        return new Bounds(
            p2 - p1 - double.Hypot(p2 - treatment.Low, control.High - p1),
            p2 - p1 + double.Hypot(treatment.High - p2, p1 - control.Low));
    }
}
