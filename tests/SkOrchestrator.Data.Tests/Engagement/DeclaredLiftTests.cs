using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Tests.Assignment;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;

namespace SkOrchestrator.Data.Tests.Engagement;

/// <summary>What the simulator draws and what stands as declared beside the estimate is the same lift.</summary>
public sealed class DeclaredLiftTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Dictionary<string, TimeSpan> Windows = Metric.All.ToDictionary(metric => metric, _ => TimeSpan.FromDays(7));
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    [Requirement("5.4")]
    public void Declared_lifts_of_conversion_and_revenue_are_the_ones_that_are_found()
    {
        var simulation = new SimulationOptions
        {
            BaseRates = new Dictionary<string, double> { [Metric.OpenRate] = 0.5, [Metric.ClickRate] = 0.4, [Metric.ConversionRate] = 0.2 },
            RevenueSigma = 0.3,
            DeclaredLiftPercent = new Dictionary<ArmId, IReadOnlyDictionary<string, double>>
            {
                [ArmId.Treatment(1)] = new Dictionary<string, double> { [Metric.ConversionRate] = 20 },
                [ArmId.Treatment(2)] = new Dictionary<string, double> { [Metric.RevenuePerRecipient] = 40 },
                [ArmId.Treatment(3)] = new Dictionary<string, double> { [Metric.ConversionRate] = 20, [Metric.RevenuePerRecipient] = 50 },
                [ArmId.Treatment(4)] = new Dictionary<string, double> { [Metric.ConversionRate] = 20, [Metric.RevenuePerRecipient] = 0 },
            },
        };
        double[] expected = [20, 40, 50, 0];
        var design = Designs.Of(Designs.Segment("segment-1", 1, 1, 1, 1, 1));
        _run.Load("customer_id\n" + string.Join('\n', Enumerable.Range(1, 200_000)));
        _run.Segment();
        _run.Database.Assign(design, "autumn", 7, At);
        _run.Database.Simulate(simulation, Windows, 7, At);

        var analysis = ExperimentAnalyzer.Analyze(new AnalysisInput
        {
            Experiment = new ExperimentOptions
            {
                Id = "autumn",
                Arms = [.. Enumerable.Range(1, 4).Select(number => new TreatmentArm(ArmId.Treatment(number), $"tone {number}"))],
                Weights = new Dictionary<ArmId, double>(),
                Primary = Metric.ConversionRate,
                Metrics = Metric.All,
                Alpha = 0.0001,
                Simulation = simulation,
            },
            Source = EngagementSource.Simulated,
            ArmsWereSent = true,
            Design = design,
            Cells = _run.Database.Summarise(Metric.All, Windows),
        });

        var revenue = analysis.Comparisons
            .Where(c => c.Segment == "all" && c.Metric == Metric.RevenuePerRecipient && c.Arm != ArmId.AnyTreatment.Value)
            .OrderBy(c => c.Arm, StringComparer.Ordinal)
            .ToList();
        Assert.Equal(expected, revenue.Select(c => c.DeclaredLiftPercent!.Value));
        Assert.All(revenue, c => Assert.InRange(c.RelativeLiftPercent!.CiHigh!.Value - c.RelativeLiftPercent.CiLow!.Value, 1, 20));
        Assert.All(analysis.Comparisons, c => Assert.True(c.CoversDeclaredLift, $"{c.Segment} {c.Arm} {c.Metric}: {c.RelativeLiftPercent} instead of {c.DeclaredLiftPercent}"));
    }
}
