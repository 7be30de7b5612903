using MathNet.Numerics.Distributions;

namespace SkOrchestrator.Statistics;

/// <summary>The interval beside Fisher's exact test, by complete enumeration of small experiments.</summary>
public sealed class ExactDifferenceTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 10)]
    [InlineData(20, 20)]
    [InlineData(12, 45)]
    [InlineData(30, 150)]
    [InlineData(3, 60)]
    [InlineData(400, 5)]
    [Requirement("5.8")]
    public void Interval_and_test_never_contradict_each_other(int control, int treatment)
    {
        foreach (Stratum arms in Tables(control, treatment))
        {
            Bounds bounds = ExactDifferenceInterval.Of(arms, 0.95).OrNull()!;
            bool rejects = FisherExactTest.TwoSided(arms).OrNull()!.PValue < 0.05;
            Assert.Equal(rejects, bounds.Low > 0 || bounds.High < 0);
            Assert.InRange(arms.Treatment.Rate - arms.Control.Rate, bounds.Low - 1e-12, bounds.High + 1e-12);
            Assert.True(bounds.Low >= -1 - 1e-12 && bounds.High <= 1 + 1e-12 && bounds.Low < bounds.High);
        }
    }

    [Theory]
    [InlineData(20, 20, 0.2, 0.25)]
    [InlineData(20, 20, 0.05, 0.05)]
    [InlineData(50, 50, 0.1, 0.1)]
    [InlineData(50, 50, 0.02, 0.2)]
    [InlineData(30, 150, 0.1, 0.15)]
    [Requirement("5.8")]
    public void Interval_covers_the_true_difference_at_its_level(int control, int treatment, double controlRate, double treatmentRate)
    {
        double difference = treatmentRate - controlRate;
        double covered = Tables(control, treatment).Sum(arms =>
        {
            double weight = Binomial.PMF(controlRate, control, (int)arms.Control.Successes) * Binomial.PMF(treatmentRate, treatment, (int)arms.Treatment.Successes);
            Bounds bounds = ExactDifferenceInterval.Of(arms, 0.95).OrNull()!;
            return weight > 1e-12 && bounds.Low <= difference && difference <= bounds.High ? weight : 0;
        });
        Assert.InRange(covered, 0.95, 1);
    }

    [Fact]
    public void Without_customers_there_is_a_reason() => Assert.NotNull(ExactDifferenceInterval.Of(new(new(0, 0), new(1, 2)), 0.95).WhyNot);

    private static IEnumerable<Stratum> Tables(int control, int treatment) =>
        Enumerable.Range(0, control + 1).SelectMany(x1 => Enumerable.Range(0, treatment + 1).Select(x2 => new Stratum(new(x1, control), new(x2, treatment))));
}
