using SkOrchestrator.Statistics;

namespace SkOrchestrator.Experiment;

/// <summary>The plan for a rate.</summary>
internal sealed class RatePlan(PowerQuestion question)
{
    private readonly double _rate = question.Baseline.Mean;
    private readonly double _alpha = question.Alpha / question.Treatments;
    private readonly double _ratio = question.Control > 0 && question.Treatment > 0 ? (double)question.Treatment / question.Control : 1;

    /// <summary>The plan.</summary>
    public PowerPlan Build()
    {
        if (_rate is not (> 0 and < 1))
        {
            return new() { CorrectedAlpha = _alpha, NotEstimable = "the control rate must lie between 0 and 1" };
        }

        NeededSize[] needed = [.. question.LiftsPercent.Select(Needed)];
        if (question.Control < 1 || question.Treatment < 1)
        {
            return new() { CorrectedAlpha = _alpha, Needed = needed, NotEstimable = "an arm has no customers" };
        }

        double? detectable = Detectable();
        double? asked = question.LiftPercent is double lift ? _rate * (1 + (lift / 100)) : null;
        double? achieved = asked is >= 0 and <= 1 ? Power(asked.Value, bothTails: true) : null;
        return new()
        {
            CorrectedAlpha = _alpha,
            DetectableDifference = detectable - _rate,
            DetectableLiftPercent = ((detectable / _rate) - 1) * 100,
            ExactTest = IsExact(question.Control, detectable ?? _rate),
            Needed = needed,
            AchievedPower = achieved,
            NotEstimable = detectable is null ? "no rate below 1 would be found with that power"
                : asked is < 0 or > 1 ? "the lift would give a rate below 0 or above 1"
                : asked is not null && achieved is null ? "the arms are too small for the power of the exact test to be approximated"
                : null,
        };
    }

    private NeededSize Needed(double liftPercent)
    {
        double rate = _rate * (1 + (liftPercent / 100));
        if (!RatePower.Needed(_rate, rate, _alpha, question.Target, _ratio).TryGet(out SampleSize? size, out string? whyNot))
        {
            return new(liftPercent, null, null) { NotEstimable = rate >= 1 ? "the rate would be 1 or more" : whyNot };
        }

        bool exact = IsExact(size.PerArm, rate);
        SampleSize control = exact ? FleissCorrection.Needed(_rate, rate, _alpha, question.Target, _ratio).OrNull() ?? size : size;
        return new(liftPercent, control.Customers, new SampleSize(control.PerArm * _ratio).Customers)
        {
            ExactTest = exact,
            NotEstimable = control.Customers is null ? "the lift is too small for any number of customers" : null,
        };
    }

    private double? Detectable()
    {
        double rate = Bisection.Edge(_rate, 1, p => p > _rate && Power(p, bothTails: false) >= question.Target);
        double found = Math.BitIncrement(rate);
        return found < 1 ? found : null;
    }

    /// <summary>The power, or null where the continuity correction leaves nothing of the sample.</summary>
    private double? Power(double rate, bool bothTails)
    {
        if (rate == _rate)
        {
            return _alpha;
        }

        double control = IsExact(question.Control, rate) ? FleissCorrection.Worth(question.Control, rate - _rate, _ratio) : question.Control;
        return control == 0 ? null
            : bothTails ? RatePower.Achieved(_rate, control, rate, control * _ratio, _alpha)
            : RatePower.AchievedOneTail(_rate, control, rate, control * _ratio, _alpha);
    }

    /// <summary>Whether Fisher's exact test will be used: the smallest expected count with these rates is below 5.</summary>
    private bool IsExact(double control, double rate)
    {
        double pooled = (_rate + (_ratio * rate)) / (1 + _ratio);
        return Math.Min(1, _ratio) * control * Math.Min(pooled, 1 - pooled) < TwoProportionTest.SmallestExpectedCount;
    }
}
