using SkOrchestrator.Data.Assignment;

namespace SkOrchestrator.Data.Tests.Assignment;

public sealed class AllocationTests
{
    [Fact]
    [Requirement("5.2")]
    public void Nobody_is_lost_and_every_arm_is_less_than_one_customer_from_its_share()
    {
        var random = new Random(20260901);
        for (var round = 0; round < 5000; round++)
        {
            var customers = random.Next(0, round % 2 == 0 ? 40 : 3_000_000);
            var weights = Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(5) == 0 ? 0 : random.NextDouble() * 10).ToList();
            weights[0] += 0.1;
            var counts = Allocation.Split(customers, weights, random.Next(weights.Count));

            Assert.Equal(customers, counts.Sum());
            for (var arm = 0; arm < weights.Count; arm++)
            {
                Assert.True(Math.Abs(counts[arm] - (customers * weights[arm] / weights.Sum())) < 1, $"{customers} over {string.Join(' ', weights)}");
            }
        }
    }

    [Theory]
    [Requirement("5.2")]
    [InlineData(250, 4)]
    [InlineData(2, 4)]
    [InlineData(63, 3)]
    [InlineData(0, 5)]
    public void Equal_weights_differ_by_at_most_one(int customers, int arms)
    {
        var counts = Allocation.Split(customers, [.. Enumerable.Repeat(1.0 / arms, arms)], 0);

        Assert.Equal(customers, counts.Sum());
        Assert.InRange(counts.Max() - counts.Min(), 0, 1);
    }

    [Fact]
    public void The_odd_customer_goes_to_different_arms_in_different_segments()
    {
        var lucky = Enumerable.Range(1, 20)
            .Select(number => Allocation.Split(5, [1, 1, 1, 1], Allocation.FirstInLine($"segment-{number}", "autumn", 4)).ToList().IndexOf(2));

        Assert.Equal([0, 1, 2, 3], lucky.Distinct().Order());
    }

    [Fact]
    public void An_arm_with_weight_zero_gets_nobody() => Assert.Equal([3, 0, 4], Allocation.Split(7, [1, 0, 1], 1));

    [Fact]
    public void Weights_must_have_a_positive_sum() => Assert.Throws<ArgumentException>(() => Allocation.Split(7, [0, 0], 0));
}
