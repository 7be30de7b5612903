using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;

namespace SkOrchestrator.Planning;

/// <summary>What the planned experiment can show, metric by metric, at alpha over the number of treatments.</summary>
public static class PowerOutlook
{
    /// <summary>The power that an experiment should have (Cohen 1988).</summary>
    public const double Target = PowerTable.Target;

    /// <summary>A lift that is asked for where no smallest effect is declared, in percent.</summary>
    public const double ReferenceLiftPercent = PowerTable.ReferenceLiftPercent;

    /// <summary>The window where none is configured, in days.</summary>
    public const double DefaultWindowDays = 14;

    private const double HopelessLiftPercent = 100;

    private static readonly double[] NeededFor = [5, 10, 20];

    private static readonly double[] CurveLifts = [5, 10, 15, 20, 30, 50];

    /// <summary>One row per metric, in the order of the configuration.</summary>
    /// <param name="options">Metrics, alpha, arms.</param>
    /// <param name="control">Customers in control.</param>
    /// <param name="treatment">Customers in the smallest treatment.</param>
    /// <param name="baselines">What is known of each metric.</param>
    public static IReadOnlyList<PlannedMetric> Of(
        ExperimentOptions options, long control, long treatment, IReadOnlyDictionary<string, MetricBaseline> baselines)
    {
        ArgumentNullException.ThrowIfNull(options);
        return [.. options.Metrics.Select(m => Row(m, options, control, treatment, baselines.GetValueOrDefault(m)))];
    }

    /// <summary>Days after sending that an event of the metric counts.</summary>
    /// <param name="options">The windows.</param>
    /// <param name="metric">The metric.</param>
    public static double WindowDays(ExperimentOptions options, string metric)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Windows.TryGetValue(metric, out var window) ? window.TotalDays : DefaultWindowDays;
    }

    private static PlannedMetric Row(string metric, ExperimentOptions options, long control, long treatment, MetricBaseline? baseline)
    {
        var smallest = options.SmallestEffectPercent ?? ReferenceLiftPercent;
        var row = new PlannedMetric
        {
            Metric = metric,
            IsPrimary = metric == options.Primary,
            WindowDays = WindowDays(options, metric),
            Baseline = baseline,
            SmallestEffectPercent = smallest,
            Outlook = MetricOutlook.Unknown,
        };
        if (baseline is null)
        {
            return row with { NotEstimable = "no baseline: neither a baseline or label column nor the rate table tells it" };
        }

        PowerQuestion Question(double lift) => new()
        {
            Baseline = baseline.StandardDeviation is { } deviation ? PowerBaseline.OfMean(baseline.Mean, deviation) : PowerBaseline.OfRate(baseline.Mean),
            Control = control,
            Treatment = treatment,
            Treatments = Math.Max(1, PlannedDesign.Treatments(options).Count),
            Alpha = options.Alpha,
            Target = Target,
            LiftsPercent = [.. NeededFor, smallest],
            LiftPercent = lift,
        };

        var plan = PowerPlanner.Plan(Question(smallest));
        return row with
        {
            Achieved = plan.AchievedPower,
            DetectableLiftPercent = plan.DetectableLiftPercent,
            DetectableDifference = plan.DetectableDifference,
            Needed = [.. plan.Needed.Take(NeededFor.Length)],
            NeededForSmallestEffect = plan.Needed.Count > NeededFor.Length ? plan.Needed[^1].Control : null,
            Curve = [.. CurveLifts.Select(lift => new PowerPoint(lift, PowerPlanner.Plan(Question(lift)).AchievedPower))],
            Outlook = plan.AchievedPower >= Target ? MetricOutlook.Enough
                : plan.DetectableLiftPercent <= HopelessLiftPercent ? MetricOutlook.Weak
                : MetricOutlook.TooSmall,
            NotEstimable = plan.NotEstimable,
        };
    }
}
