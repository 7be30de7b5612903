using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;

namespace SkOrchestrator.Reporting.Tests.Fixtures;

/// <summary>A believable analysis: 4 segments, control and 3 treatments, estimates computed from the counts.</summary>
internal static class SomeAnalysis
{
    public static readonly string[] Segments = ["segment-1", "segment-2", "segment-3", "segment-4"];
    public static readonly string[] Arms = ["control", "treatment-1", "treatment-2", "treatment-3"];
    public static readonly string[] Rates = [Metric.OpenRate, Metric.ClickRate, Metric.ConversionRate];

    private static readonly double[] Declared = [10, 0, 25];

    /// <summary>Customers in a cell.</summary>
    public static int Customers(int segment) => new[] { 36, 31, 25, 17 }[segment];

    /// <summary>Successes in a cell; every success of a rarer metric is also one of the more frequent.</summary>
    public static int Successes(int segment, int arm, int metric) =>
        (int)Math.Round(Customers(segment) * new[] { 0.42, 0.17, 0.07 }[metric] * (1 + (0.18 * arm) - (0.11 * segment) + (0.09 * arm * (segment % 2))));

    public static ExperimentAnalysis Create(string status = "simulated")
    {
        var isSimulated = status == "simulated";
        var comparisons = new List<Comparison>();
        foreach (var metric in Rates)
        {
            comparisons.AddRange(Arms.Skip(1).Append("any-treatment").Select(a => Compare("all", a, metric, isSimulated)));
        }

        comparisons.AddRange(Arms.Skip(1).Select((a, i) => Revenue(a, i, isSimulated)));
        comparisons.AddRange(Segments.SelectMany(s => Arms.Skip(1).Select(a => Compare(s, a, Metric.ClickRate, isSimulated))));
        return new ExperimentAnalysis
        {
            ExperimentId = "autumn-trails-2026",
            Alpha = 0.05,
            Correction = "holm",
            Seed = 20260901,
            EngagementSource = isSimulated ? "simulated" : "historical",
            PrimaryMetric = Metric.ClickRate,
            Control = "control",
            SampleRatio = new SampleRatioResult { ChiSquare = 0, DegreesOfFreedom = 12, PValue = 1 },
            Arms = [.. Segments.Prepend("all").SelectMany(s => Arms.Select(a => Arm(s, a)))],
            Comparisons = comparisons,
            Power = [new PowerResult(Metric.ClickRate, 109, 96.4, 0.12, 7013)],
            Attribution =
            [
                new("loyalty tier", "gold", Metric.ClickRate, 1.62, 1.04, 2.53, 0.041),
                new("favourite category", "hiking", Metric.ClickRate, 1.31, 0.88, 1.95, 0.24),
                new("app user", "yes", Metric.OpenRate, 0.71, 0.42, 1.2, 0.31),
            ],
            Citations = [new("DOC-007", "Loyalty Points Explained", 9, 3), new("DOC-012", "Choosing Hiking Boots", 5, 1)],
            Heterogeneity = [new("segment", Metric.ClickRate, "any-treatment", "breslow_day_tarone", 1.2, 0.55, 1)],
            Decision = new Decision(
                status,
                [isSimulated ? "Engagement is simulated, so no verdict about customers is given." : "No corrected p-value is below 0.05."],
                ["The smallest arm has 109 customers; 7,013 would be needed for a lift of 10%."]),
            Notes = ["The sample is too small to find a lift of 10%."],
        };
    }

    /// <summary>The analysis of a run that ended without an approved message.</summary>
    public static ExperimentAnalysis NotEstimable() => Create() with
    {
        Arms = [],
        Comparisons = [],
        Power = [],
        Attribution = [],
        Citations = [],
        Heterogeneity = [],
        SampleRatio = new SampleRatioResult(),
        EngagementSource = "none",
        Decision = new Decision("not_enough_data", ["Nobody was assigned."], []),
        Notes = ["The control message was blocked."],
    };

    public static (int Successes, int Trials) Counts(string segment, string arm, string metric)
    {
        var segments = segment == "all" ? Enumerable.Range(0, 4) : [Array.IndexOf(Segments, segment)];
        var arms = arm == "any-treatment" ? Enumerable.Range(1, 3) : [Array.IndexOf(Arms, arm)];
        var cells = segments.SelectMany(s => arms.Select(a => (X: Successes(s, a, Array.IndexOf(Rates, metric)), N: Customers(s)))).ToList();
        return (cells.Sum(c => c.X), cells.Sum(c => c.N));
    }

    private static ArmResult Arm(string segment, string arm)
    {
        var metrics = Rates.ToDictionary(m => m, m => Rate(Counts(segment, arm, m)));
        var n = Counts(segment, arm, Metric.ClickRate).Trials;
        metrics[Metric.RevenuePerRecipient] = new MetricSummary { N = n, Mean = 3.25 + Array.IndexOf(Arms, arm), Sd = 14.5, CiLow = 0.5, CiHigh = 6.75 };
        return new ArmResult(segment, arm, n, metrics);
    }

    private static MetricSummary Rate((int X, int N) cell)
    {
        var (p, n) = ((double)cell.X / cell.N, (double)cell.N);
        const double z = 1.959963984540054;
        var centre = (p + (z * z / (2 * n))) / (1 + (z * z / n));
        var half = z / (1 + (z * z / n)) * Math.Sqrt((p * (1 - p) / n) + (z * z / (4 * n * n)));
        return new MetricSummary { Successes = cell.X, Trials = cell.N, Rate = p, CiLow = Math.Max(0, centre - half), CiHigh = centre + half };
    }

    private static Comparison Compare(string segment, string arm, string metric, bool isSimulated)
    {
        // Mantel-Haenszel over segments, which is the plain estimate inside one
        double difference = 0, weight = 0, treated = 0, untreated = 0;
        foreach (var s in segment == "all" ? Segments : [segment])
        {
            var ((x1, n1), (x2, n2)) = (Counts(s, "control", metric), Counts(s, arm, metric));
            double n = n1 + n2;
            (difference, weight) = (difference + (((x2 * n1) - (x1 * n2)) / n), weight + (n1 * n2 / n));
            (treated, untreated) = (treated + (x2 * n1 / n), untreated + (x1 * n2 / n));
        }

        var (estimate, ratio) = (difference / weight, treated / untreated);
        var (control, treatment) = (Counts(segment, "control", metric), Counts(segment, arm, metric));
        var spread = 1.96 * Math.Sqrt((1.0 / Math.Max(1, control.Successes)) + (1.0 / Math.Max(1, treatment.Successes)));
        var hasLift = double.IsFinite(ratio);
        var declared = arm == "any-treatment" || metric != Metric.ClickRate ? 0 : Declared[Array.IndexOf(Arms, arm) - 1];
        return new Comparison
        {
            Segment = segment,
            Arm = arm,
            Metric = metric,
            SegmentsIncluded = segment == "all" ? Segments : [],
            PopulationShare = segment == "all" ? 1 : null,
            AbsoluteDifference = new Interval(estimate, estimate - 0.09, estimate + 0.09),
            RelativeLiftPercent = hasLift
                ? new Interval((ratio - 1) * 100, ((ratio * Math.Exp(-spread)) - 1) * 100, ((ratio * Math.Exp(spread)) - 1) * 100) : null,
            Crude = segment == "all" ? estimate : null,
            Test = segment == "all" ? "cmh" : "fisher",
            Statistic = segment == "all" ? 0.81 : null,
            PValue = 0.37,
            PValueAdjusted = arm == "any-treatment" ? null : 1,
            ChanceToBeatControl = 0.81,
            DeclaredLiftPercent = isSimulated ? declared : null,
            CoversDeclaredLift = isSimulated && hasLift ? true : null,
            NotEstimable = hasLift ? null : "the control rate is 0, so a relative lift is not defined",
        };
    }

    private static Comparison Revenue(string arm, int index, bool isSimulated) => new()
    {
        Segment = "all",
        Arm = arm,
        Metric = Metric.RevenuePerRecipient,
        SegmentsIncluded = Segments,
        PopulationShare = 1,
        AbsoluteDifference = new Interval(1 + index, -2.5 + index, 4.5 + index),
        RelativeLiftPercent = new Interval((1 + index) / 3.25 * 100, -48.5, 171.25),
        Test = "welch_t",
        Statistic = 0.9,
        PValue = 0.36,
        DeclaredLiftPercent = isSimulated ? 0 : null,
        CoversDeclaredLift = isSimulated ? true : null,
    };
}
