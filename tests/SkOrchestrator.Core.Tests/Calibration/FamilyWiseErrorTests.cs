using SkOrchestrator.Analysis;
using SkOrchestrator.Planning;

namespace SkOrchestrator.Calibration;

/// <summary>Three treatments in four segments where nothing differs: how often anything at all is called significant.</summary>
public sealed class FamilyWiseErrorTests
{
    private const int Experiments = 1000;
    private const double Alpha = 0.05;

    private static readonly (string Name, int PerArm, double Rate)[] Segments = [("a", 900, 0.06), ("b", 500, 0.10), ("c", 250, 0.20), ("d", 120, 0.04)];

    [Fact]
    [Requirement("5.7")]
    public void Any_of_three_treatments_is_called_significant_in_at_most_5_percent_and_so_is_any_of_them_in_any_of_four_segments()
    {
        (int overall, int inSegments) = (0, 0);
        for (int i = 0; i < Experiments; i++)
        {
            IReadOnlyList<Comparison> comparisons = Compare(Draw(new CountSampler(20260914, i)).Input());
            overall += comparisons.Any(c => c is { Segment: "all", Significant: true } && c.Arm != "any-treatment") ? 1 : 0;
            inSegments += comparisons.Any(c => c is { Segment: not "all", Significant: true }) ? 1 : 0;
            Assert.Equal(12, comparisons.Count(c => c.Segment != "all"));
        }

        double limit = Alpha + (3 * Math.Sqrt(Alpha * (1 - Alpha) / Experiments));
        Assert.InRange(overall / (double)Experiments, 0.01, limit);
        Assert.InRange(inSegments / (double)Experiments, 0.005, limit);
    }

    /// <summary>The analyser's comparisons with its corrections.</summary>
    private static IReadOnlyList<Comparison> Compare(AnalysisInput input)
    {
        var table = new ComparisonTable(input, new AnalysisTable(input));
        return new ComparisonCorrection(input.Experiment.Correction, Alpha).Apply([.. table.Overall(whyNone: null), .. table.InSegments(whyNone: null)], allowed: true);
    }

    private static Campaign Draw(CountSampler sampler)
    {
        var campaign = new Campaign();
        foreach ((string name, int perArm, double rate) in Segments)
        {
            campaign.Segment(name, [.. Enumerable.Range(0, 4).Select(_ => ((long)perArm, new[] { sampler.Binomial(perArm, rate) }))]);
        }

        return campaign;
    }
}
