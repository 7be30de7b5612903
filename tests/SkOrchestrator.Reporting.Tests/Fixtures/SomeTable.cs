using SkOrchestrator.Analysis;
using SkOrchestrator.Experiment;

namespace SkOrchestrator.Reporting.Tests.Fixtures;

/// <summary>The analysis of a labelled table: three arms with names of their own, a rate, a rare rate and an amount, three breakdowns.</summary>
internal static class SomeTable
{
    public const string Control = "No E-Mail";
    public static readonly string[] Treatments = ["Mens E-Mail", "Womens E-Mail"];
    public static readonly string[] Rates = ["visit", "conversion"];
    public static readonly string[] Breakdowns = ["womens", "newbie", "zip_area"];
    public const string Amount = "total_spend";

    public static readonly DateTimeOffset Now = new(2026, 9, 20, 9, 0, 0, TimeSpan.Zero);

    private static readonly string[][] Levels = [["womens=0", "womens=1"], ["newbie=0", "newbie=1"], ["zip_area=Rural", "zip_area=Suburban", "zip_area=Urban"]];

    /// <summary>A plain analysis with a winner and nothing beside it.</summary>
    public static AnalysisReportInput Plain() => new()
    {
        Title = "Experiment analysis",
        Subtitle = "hillstrom.csv",
        Analysis = Analysis(DecisionStatus.Winner),
        CreatedAt = Now,
        InputLines = ["hillstrom.csv: 64,000 rows read, 12 rejected.", "Arms come from the column segment; control is No E-Mail."],
        Warnings = ["The column history has 3 empty cells; those customers do not count for CUPED."],
    };

    /// <summary>Everything at once: a plan that was not kept, an open window, guardrails, looks, adjusted estimates, ranking, delivery, event files.</summary>
    public static AnalysisReportInput Full(string status = DecisionStatus.StopForHarm) => Plain() with
    {
        Analysis = Analysis(status) with
        {
            Plan = new PlanReview(Now.AddDays(-20), "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                ["the primary metric is visit; planned was conversion", "the analysis ended on 2026-09-20; planned was 2026-10-01"]),
            Window = new ObservationWindow(Now, Now.AddDays(3), 0.62),
            Guardrails =
            [
                Guardrail("unsubscribe_rate", 0, 0.0021, 0.0018, 0.0003, -0.0005, 0.0009, 0.001, GuardrailOutcome.Passed),
                Guardrail("unsubscribe_rate", 1, 0.0034, 0.0018, 0.0016, 0.0002, 0.0031, 0.001, GuardrailOutcome.Worse),
                Guardrail("complaint_rate", 0, 0.0004, 0.0002, 0.0002, -0.0004, 0.0008, 0.0005, GuardrailOutcome.Unclear),
                Guardrail("complaint_rate", 1, 0.0035, 0.0002, 0.0033, 0.0021, 0.0048, 0.0005, GuardrailOutcome.Stop),
                Guardrail("hard_bounce_rate", 0, 0.014, 0.003, 0.011, 0.008, 0.014, 0.005, GuardrailOutcome.Harm),
                new("hard_bounce_rate", Treatments[1], null, null, 0.005, false) { NotEstimable = "no bounce was reported for any arm" },
            ],
            Monitoring = new MonitoringResult("confidence_sequence", 0.62,
                [new(Treatments[0], 21.4, 2.31, true, new Interval(0.0766, 0.064, 0.089), 0.0001), new(Treatments[1], 1.2, 2.31, false, new Interval(0.004, -0.008, 0.016), 0.71)])
            {
                SampleRatioPValue = 0.83,
            },
            Omnibus = [new("visit", "chi_square", 551.3, 2, 0), new("conversion", "freeman_halton", null, null, 0.21), new(Amount, "none", null, null, null) { NotEstimable = "amounts have no such test here" }],
            Ranking = new RankingResult("visit", Levels[0], 0.98, [new(Treatments[0], 0.183, 0.99998, 0.0000001), new(Treatments[1], 0.151, 0.00001, 0.031), new(Control, 0.106, 0, 0.077)]),
            Adjusted =
            [
                new("visit", Treatments[0], "cuped", new Interval(0.0771, 0.071, 0.083), 0) { Covariate = "history", Theta = 0.000131, VarianceRatio = 0.81 },
                new("visit", Treatments[1], "post_stratified", new Interval(0.0449, 0.038, 0.052), 0),
                new(Amount, Treatments[0], "winsorised", new Interval(0.61, 0.41, 0.82), 0.0001) { Cap = 250 },
                new(Amount, Treatments[1], "cuped", null, null) { Covariate = "history", NotEstimable = "the covariate does not vary" },
            ],
            Ratios = [new("click_to_open_rate", Control, 0.31, null), new("click_to_open_rate", Treatments[0], 0.36, new Interval(0.05, 0.02, 0.08)), new("click_to_open_rate", Treatments[1], null, null) { NotEstimable = "no opens" }],
            SampleRatio = Analysis(status).SampleRatio with
            {
                AssignmentIsExact = true,
                Stages = [new(StageName.Assigned, 0.2, 2, 0.904, false), new(StageName.Sent, 0.3, 2, 0.861, false), new(StageName.Delivered, null, 2, 0.42, false)],
                Delivery = [new(Control, 2000, 2000, 1996, 1981, 15, 402), new(Treatments[0], 2000, 2000, 1998, 1969, 29, 397), new(Treatments[1], 2000, 1999, null, 1984, 14, null)],
            },
            Attribution = [new("recency", "1 to 3 months", "visit", 1.62, 1.41, 1.87, 0.0004), new("channel", "Phone", "visit", 0.81, 0.7, 1.02, 0.09)],
        },
        EventFiles = [new("events-2026-09.jsonl.gz", "sendgrid", 18_204, 17_950, 120, 96, 38, 2_110, 41, 63), new("late.csv", "csv", 12, 12, 0, 0, 0, 0, 0, 0)],
    };

    /// <summary>The same with names from a file that means harm, or just another alphabet.</summary>
    public static AnalysisReportInput Hostile()
    {
        var full = Full();
        Dictionary<string, string> names = new()
        {
            [Control] = "=cmd|'x'",
            [Treatments[0]] = "<script>alert(1)</script> *bold* [20%] `tick`",
            [Treatments[1]] = string.Concat(Enumerable.Repeat("VeryLongArmName", 14)),
            ["visit"] = "+visit|*rate*",
            [Amount] = "🔥 spend $E$",
            ["womens=0"] = "=a=שלום עולם",
            ["womens=1"] = "=a=<img src=x onerror=alert(2)>",
            ["newbie=0"] = "日本語=無",
            ["newbie=1"] = "日本語=有",
            ["womens"] = "=a",
        };
        string Name(string name) => names.GetValueOrDefault(name, name);
        var a = full.Analysis;
        return full with
        {
            Title = names[Treatments[0]],
            Subtitle = "=a[1](javascript:alert(3)).csv",
            InputLines = [names[Treatments[0]], "x\u202Ey"],
            Warnings = [names[Treatments[0]]],
            Analysis = a with
            {
                Control = Name(a.Control),
                PrimaryMetric = Name(a.PrimaryMetric),
                Arms = [.. a.Arms.Select(x => x with { Segment = Name(x.Segment), Arm = Name(x.Arm), Metrics = x.Metrics.ToDictionary(m => Name(m.Key), m => m.Value) })],
                Comparisons = [.. a.Comparisons.Select(c => c with { Segment = Name(c.Segment), Arm = Name(c.Arm), Metric = Name(c.Metric), SegmentsIncluded = [.. c.SegmentsIncluded.Select(Name)] })],
                Heterogeneity = [.. a.Heterogeneity.Select(h => h with { By = Name(h.By), Metric = Name(h.Metric), Arm = Name(h.Arm) })],
                Guardrails = [.. a.Guardrails.Select(g => g with { Arm = Name(g.Arm), Metric = Name(g.Metric) })],
                Monitoring = a.Monitoring! with { Arms = [.. a.Monitoring.Arms.Select(m => m with { Arm = Name(m.Arm) })] },
                Omnibus = [.. a.Omnibus.Select(o => o with { Metric = Name(o.Metric) })],
                Ranking = a.Ranking! with { Metric = Name(a.Ranking.Metric), SegmentsIncluded = [.. a.Ranking.SegmentsIncluded.Select(Name)], Arms = [.. a.Ranking.Arms.Select(r => r with { Arm = Name(r.Arm) })] },
                Adjusted = [.. a.Adjusted.Select(x => x with { Arm = Name(x.Arm), Metric = Name(x.Metric), Covariate = "*cov*<b>" })],
                Ratios = [.. a.Ratios.Select(r => r with { Arm = Name(r.Arm) })],
                Power = [.. a.Power.Select(p => p with { Metric = Name(p.Metric) })],
                SampleRatio = a.SampleRatio with { Delivery = [.. a.SampleRatio.Delivery.Select(d => d with { Arm = Name(d.Arm) })] },
                Plan = a.Plan! with { Deviations = [names[Treatments[0]]] },
                Decision = a.Decision with { Rules = [names[Treatments[0]]], Caveats = [names["womens=1"]] },
                Notes = [names["womens=1"]],
            },
            EventFiles = [.. full.EventFiles.Select(f => f with { File = "<b>=x</b>.csv" })],
        };
    }

    private static ExperimentAnalysis Analysis(string status) => new()
    {
        ExperimentId = "hillstrom",
        Alpha = 0.05,
        Correction = "holm",
        Seed = 7,
        EngagementSource = "imported",
        PrimaryMetric = "visit",
        Control = Control,
        SampleRatio = new SampleRatioResult { ChiSquare = 0.2, DegreesOfFreedom = 2, PValue = 0.904, Segments = [Split()] },
        Arms = [.. Levels.SelectMany(l => l).Prepend("all").SelectMany(s => Treatments.Prepend(Control).Select((arm, a) => Arm(s, arm, a)))],
        Comparisons =
        [
            .. Rates.SelectMany(m => Treatments.Append("any-treatment").Select(arm => Compare("all", arm, m))),
            .. Treatments.Select((_, i) => Spend(i)),
            .. Levels.SelectMany(l => l).SelectMany(s => Treatments.Select(arm => Compare(s, arm, "visit"))),
        ],
        Power = [new PowerResult("visit", 2000, 31.2, 0.97, 13_700)],
        Heterogeneity =
        [
            .. Breakdowns.Select((by, i) => new HeterogeneityResult(by, "visit", Treatments[1], by == "zip_area" ? "logistic_lrt" : "breslow_day_tarone", 18.3 - (9 * i), i == 0 ? 0.00002 : 0.3, i == 0 ? 0.0001 : 0.45)),
        ],
        Decision = new Decision(status, ["Mens E-Mail: visit +7.7 points [+5.6, +9.7], corrected p below 0.0001: better than control."], ["No plan was locked before the data were seen."]),
        Notes = ["Warning: the sample is too small for conversion; a lift of 10 % needs 120,000 per arm.", "Comparisons within segments are exploratory: Benjamini–Hochberg within total_spend."],
    };

    private static GuardrailResult Guardrail(string metric, int treatment, double rate, double control, double estimate, double low, double high, double margin, string outcome) =>
        new(metric, Treatments[treatment], estimate, high, margin, outcome == GuardrailOutcome.Passed) { CiLow = low, Rate = rate, ControlRate = control, Outcome = outcome };

    private static SegmentSampleRatio Split()
    {
        string[] arms = [Control, .. Treatments];
        long[] observed = [2010, 1990, 2000];
        return new("all", arms.Zip(observed).ToDictionary(x => x.First, x => x.Second), arms.ToDictionary(a => a, _ => 2000d), 0.1, 2, 0.951);
    }

    /// <summary>Customers with a success; the same in every segment of a breakdown but for its size.</summary>
    private static (long Successes, long Trials) Counts(string segment, int arm, string metric)
    {
        var level = Array.Find(Levels, l => l.Contains(segment));
        var trials = level is null ? 2000 : 2000 / level.Length;
        var rate = metric == "visit" ? new[] { 0.106, 0.183, 0.151 }[arm] : new[] { 0.0057, 0.0125, 0.0088 }[arm];
        return ((long)Math.Round(trials * rate), trials);
    }

    private static (long Successes, long Trials) Counts(string segment, string arm, string metric)
    {
        var arms = arm == "any-treatment" ? [1, 2] : new[] { Array.IndexOf(Treatments, arm) + 1 };
        return (arms.Sum(a => Counts(segment, a, metric).Successes), arms.Sum(a => Counts(segment, a, metric).Trials));
    }

    private static ArmResult Arm(string segment, string arm, int index)
    {
        var metrics = Rates.ToDictionary(m => m, m =>
        {
            var (x, n) = Counts(segment, index, m);
            var p = (double)x / n;
            var half = 1.96 * Math.Sqrt(p * (1 - p) / n);
            return new MetricSummary { Successes = x, Trials = n, Rate = p, CiLow = Math.Max(0, p - half), CiHigh = p + half };
        });
        var trials = Counts(segment, index, "visit").Trials;
        metrics[Amount] = new MetricSummary { N = trials, Mean = 0.65 + (0.4 * index), Sd = 11.6, CiLow = 0.52 + (0.4 * index), CiHigh = 0.78 + (0.4 * index) };
        return new ArmResult(segment, arm, trials, metrics);
    }

    private static Comparison Compare(string segment, string arm, string metric)
    {
        // every breakdown has the same rates in its segments, so the stratified estimate is the plain one of a segment
        string[] included = segment == "all" ? Levels[0] : [segment];
        double difference = 0, weight = 0, treated = 0, untreated = 0;
        foreach (var s in included)
        {
            var ((x1, n1), (x2, n2)) = (Counts(s, 0, metric), Counts(s, arm, metric));
            double n = n1 + n2;
            (difference, weight) = (difference + (((double)(x2 * n1) - (x1 * n2)) / n), weight + (n1 * (double)n2 / n));
            (treated, untreated) = (treated + (x2 * (double)n1 / n), untreated + (x1 * (double)n2 / n));
        }

        var (estimate, lift) = (difference / weight, ((treated / untreated) - 1) * 100);
        var half = metric == "visit" ? 0.021 : 0.0055;
        return new Comparison
        {
            Segment = segment,
            Arm = arm,
            Metric = metric,
            SegmentsIncluded = segment == "all" ? included : [],
            PopulationShare = segment == "all" ? 1 : null,
            AbsoluteDifference = new Interval(estimate, estimate - half, estimate + half),
            SimultaneousDifference = segment == "all" && arm != "any-treatment" ? new Interval(estimate, estimate - (half * 1.15), estimate + (half * 1.15)) : null,
            RelativeLiftPercent = new Interval(lift, lift - (half * 900), lift + (half * 1000)),
            Test = segment == "all" ? "cmh" : "chi_square",
            Statistic = 49.2,
            PValue = metric == "visit" ? 0.00001 : 0.08,
            PValueAdjusted = arm == "any-treatment" ? null : metric == "visit" ? 0.00002 : 0.16,
            Significant = metric == "visit",
            ChanceToBeatControl = 0.999,
        };
    }

    private static Comparison Spend(int treatment) => new()
    {
        Segment = "all",
        Arm = Treatments[treatment],
        Metric = Amount,
        SegmentsIncluded = Levels[0],
        PopulationShare = 1,
        AbsoluteDifference = new Interval(0.77 - (0.35 * treatment), 0.485 - (0.3 * treatment), 1.055 - (0.35 * treatment)),
        RelativeLiftPercent = new Interval(118, 64, 190),
        Test = "welch_t",
        Statistic = 5.3,
        PValue = 0.0001,
        PValueAdjusted = 0.0002,
        Significant = true,
    };
}
