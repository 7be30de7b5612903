using SkOrchestrator.Statistics;

namespace SkOrchestrator.Experiment;

/// <summary>The plan for a mean.</summary>
internal sealed class MeanPlan(PowerQuestion question, double standardDeviation)
{
    private readonly double _mean = question.Baseline.Mean;
    private readonly double _alpha = question.Alpha / question.Treatments;
    private readonly double _ratio = question.Control > 0 && question.Treatment > 0 ? (double)question.Treatment / question.Control : 1;

    /// <summary>The standard deviation that gives two arms of control's size the same standard error.</summary>
    private double EqualArmsDeviation => standardDeviation * Math.Sqrt((1 + (1 / _ratio)) / 2);

    /// <summary>The plan.</summary>
    public PowerPlan Build()
    {
        if (!(_mean > 0) || !(standardDeviation > 0) || !double.IsFinite(_mean) || !double.IsFinite(standardDeviation))
        {
            return new() { CorrectedAlpha = _alpha, NotEstimable = "the control mean is 0 or the values do not vary" };
        }

        NeededSize[] needed = [.. question.LiftsPercent.Select(Needed)];
        if (question.Control < 2 || question.Treatment < 2)
        {
            return new() { CorrectedAlpha = _alpha, Needed = needed, NotEstimable = "an arm has fewer than 2 customers" };
        }

        double difference = MeanPower.DetectableDifference(question.Control, EqualArmsDeviation, _alpha, question.Target);
        double error = EqualArmsDeviation * Math.Sqrt(2.0 / question.Control);
        return new()
        {
            CorrectedAlpha = _alpha,
            DetectableDifference = difference,
            DetectableLiftPercent = difference / _mean * 100,
            Needed = needed,
            AchievedPower = question.LiftPercent is double lift ? MeanPower.Achieved(_mean * lift / 100, error, _alpha) : null,
        };
    }

    private NeededSize Needed(double liftPercent)
    {
        SampleSize? control = MeanPower.Needed(_mean * liftPercent / 100, EqualArmsDeviation, _alpha, question.Target).OrNull();
        return control?.Customers is long customers && new SampleSize(control.PerArm * _ratio).Customers is long treatment
            ? new(liftPercent, customers, treatment)
            : new(liftPercent, null, null) { NotEstimable = liftPercent == 0 ? "a lift of 0 needs no experiment" : "the lift is too small for any number of customers" };
    }
}
