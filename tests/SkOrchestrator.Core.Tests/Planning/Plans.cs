using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Planning;

/// <summary>Builds plans, so that a test states only what matters.</summary>
internal static class Plans
{
    public static DateTimeOffset Now { get; } = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);

    public static ExperimentOptions Experiment { get; } = new()
    {
        Id = "autumn",
        Arms = [new(ArmId.Treatment(1), "urgent"), new(ArmId.Treatment(2), "informational"), new(ArmId.Treatment(3), "friendly")],
        Weights = new Dictionary<ArmId, double> { [ArmId.Control] = 1, [ArmId.Treatment(1)] = 1, [ArmId.Treatment(2)] = 1, [ArmId.Treatment(3)] = 1 },
        Windows = new Dictionary<string, TimeSpan> { [Metric.ClickRate] = TimeSpan.FromDays(7) },
        SmallestEffectPercent = 10,
        Guardrails = new Dictionary<string, double> { [Metric.UnsubscribeRate] = 0.002 },
        Seed = 7,
    };

    public static PlanHashes Hashes { get; } = new()
    {
        Customers = "aa",
        Content = "bb",
        Config = new Dictionary<string, string> { ["experiment_config.yaml"] = "cc" },
        Prompts = new Dictionary<string, string> { ["writer/write_urgent.yaml"] = "dd" },
    };

    public static Dictionary<string, MetricBaseline> Baselines(double click = 0.08) => new()
    {
        [Metric.OpenRate] = new(0.3, null, BaselineSource.BaselineColumn, "historical_open_rate", 400),
        [Metric.ClickRate] = new(click, null, BaselineSource.LabelColumn, "clicked", 400),
        [Metric.ConversionRate] = new(0.03, null, BaselineSource.Assumed, "simulation.base.conversion_rate", null),
        [Metric.RevenuePerRecipient] = new(1.86, 13, BaselineSource.Assumed, "simulation.base", null),
    };

    public static PlanLock Lock(ExperimentOptions? experiment = null, DateTimeOffset? now = null) => PlanLockFactory.Of(
        experiment ?? Experiment, PowerOutlook.Of(experiment ?? Experiment, 100, 100, Baselines()), 400, 100, Hashes, Now, now ?? Now);
}
