using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Planning;

public class PlanReviewerTests
{
    [Fact]
    public void A_run_that_keeps_to_the_plan_has_no_deviation()
    {
        var plan = Plans.Lock() with { Sha256 = "ee" };

        var review = PlanReviewer.Review(plan, Plans.Experiment, Plans.Hashes);

        Assert.NotNull(review);
        Assert.Equal((plan.LockedAt, "ee"), (review.LockedAt, review.Sha256));
        Assert.Empty(review.Deviations);
    }

    [Fact]
    public void The_plan_of_another_experiment_is_no_plan_of_this_one() =>
        Assert.Null(PlanReviewer.Review(Plans.Lock(), Plans.Experiment with { Id = "winter" }, Plans.Hashes));

    public static TheoryData<string, string> Deviations => new()
    {
        { "primary", "Primary metric: planned click_rate, analysed conversion_rate." },
        { "metrics", "Metrics: planned click_rate, conversion_rate, open_rate, revenue_per_recipient, analysed click_rate." },
        { "window", "Window of click_rate: planned 7 days, used 3 days." },
        { "alpha", "Alpha: planned 0.05, used 0.1." },
        { "correction", "Correction: planned holm, used none." },
        { "weights", "Arms and weights: planned control 25 %, treatment-1 25 %, treatment-2 25 %, treatment-3 25 %, used control 40 %, treatment-1 20 %, treatment-2 20 %, treatment-3 20 %." },
        { "arm", "Arms and weights: planned control 25 %, treatment-1 25 %, treatment-2 25 %, treatment-3 25 %, used control 33.33 %, treatment-1 33.33 %, treatment-2 33.33 %." },
        { "tone", "Tone of treatment-3: planned friendly, used playful." },
        { "guardrails", "Guardrails: planned unsubscribe_rate 0.002, used none." },
        { "stop", "Complaint stop: planned 0.003, used 0.01." },
        { "effect", "Smallest effect: planned 10 %, used 25 %." },
        { "no effect", "Smallest effect: planned 10 %, used none." },
        { "monitoring", "Monitoring: planned none, used group_sequential with 5 looks." },
        { "caps", "Caps: planned none, used revenue_per_recipient 500." },
        { "seed", "Seed: planned 7, used 8." },
        { "holdout", "Holdout share: planned 0, used 0.1." },
        { "sample", "Sample size: planned all, used 100." },
    };

    [Theory]
    [MemberData(nameof(Deviations))]
    public void A_deviation_is_said_in_a_sentence(string change, string sentence)
    {
        var review = PlanReviewer.Review(Plans.Lock(), Changed(change), Plans.Hashes);

        Assert.Equal(sentence, Assert.Single(review!.Deviations));
    }

    [Fact]
    public void Weights_in_the_same_proportion_are_no_deviation()
    {
        var doubled = Plans.Experiment with { Weights = Plans.Experiment.Weights.ToDictionary(w => w.Key, w => 2 * w.Value) };

        Assert.Empty(PlanReviewer.Review(Plans.Lock(), doubled, Plans.Hashes)!.Deviations);
    }

    [Fact]
    public void Changed_new_and_missing_files_are_named()
    {
        var hashes = Plans.Hashes with
        {
            Customers = "11",
            Content = "22",
            Config = new Dictionary<string, string> { ["experiment_config.yaml"] = "33", ["brand_config.yaml"] = "44" },
            Prompts = new Dictionary<string, string>(),
        };

        var review = PlanReviewer.Review(Plans.Lock(), Plans.Experiment, hashes);

        Assert.Equal(
            [
                "The customer file is not the one that was planned with (its SHA-256 differs).",
                "The content library has changed since the plan was locked (its SHA-256 differs).",
                "The configuration file brand_config.yaml was not there when the plan was locked.",
                "The configuration file experiment_config.yaml has changed since the plan was locked (its SHA-256 differs).",
                "The prompt file writer/write_urgent.yaml of the plan is gone.",
            ],
            review!.Deviations);
    }

    [Fact]
    public void An_analysis_is_held_to_the_choices_it_makes_only()
    {
        var plan = Plans.Lock();

        Assert.Empty(PlanReviewer.Review(plan, new PlanChoices()).Deviations);
        Assert.Empty(PlanReviewer.Review(plan, PlanChoices.Of(Plans.Experiment)).Deviations);
        Assert.Equal(
            ["Primary metric: planned click_rate, analysed conversion_rate.", "Alpha: planned 0.05, used 0.01."],
            PlanReviewer.Review(plan, new PlanChoices { Primary = Metric.ConversionRate, Alpha = 0.01 }).Deviations);
    }

    [Fact]
    public void The_treatments_and_customers_of_the_data_are_those_of_the_plan()
    {
        var plan = Plans.Lock();

        IReadOnlyList<string> Deviations(long customers, params string[] treatments) =>
            PlanReviewer.Review(plan, new PlanChoices { Treatments = treatments, Customers = customers }).Deviations;

        Assert.Empty(Deviations(420, "treatment-1", "treatment-2", "treatment-3"));
        Assert.Equal(["Customers: planned 400, analysed 421."], Deviations(421, "treatment-1", "treatment-2", "treatment-3"));
        Assert.Equal(
            ["Treatments of the plan are missing in the data: treatment-2, treatment-3.", "Treatments that are corrected for together: planned 3, used 1."],
            Deviations(400, "treatment-1"));
        Assert.Equal(
            ["Treatments of the plan are missing in the data: treatment-3.", "Treatments in the data are not in the plan: news."],
            Deviations(400, "treatment-1", "treatment-2", "news"));
    }

    private static ExperimentOptions Changed(string change)
    {
        var e = Plans.Experiment;
        Dictionary<ArmId, double> With(ArmId arm, double weight) => new(e.Weights) { [arm] = weight };
        return change switch
        {
            "primary" => e with { Primary = Metric.ConversionRate },
            "metrics" => e with { Metrics = [Metric.ClickRate] },
            "window" => e with { Windows = new Dictionary<string, TimeSpan> { [Metric.ClickRate] = TimeSpan.FromDays(3) } },
            "alpha" => e with { Alpha = 0.1 },
            "correction" => e with { Correction = CorrectionMethod.None },
            "weights" => e with { Weights = With(ArmId.Control, 2) },
            "arm" => e with { Weights = With(ArmId.Treatment(3), 0) },
            "tone" => e with { Arms = [.. e.Arms.Take(2), new TreatmentArm(ArmId.Treatment(3), "playful")] },
            "guardrails" => e with { Guardrails = new Dictionary<string, double>() },
            "stop" => e with { ComplaintStop = 0.01 },
            "effect" => e with { SmallestEffectPercent = 25 },
            "no effect" => e with { SmallestEffectPercent = null },
            "monitoring" => e with { Monitoring = new MonitoringOptions(MonitoringMethod.GroupSequential, 5) },
            "caps" => e with { Caps = new Dictionary<string, double> { [Metric.RevenuePerRecipient] = 500 } },
            "seed" => e with { Seed = 8 },
            "holdout" => e with { HoldoutShare = 0.1 },
            "sample" => e with { SampleSize = 100 },
            _ => throw new ArgumentOutOfRangeException(nameof(change)),
        };
    }
}
