using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Core.Tests.Segmentation;

public sealed class ClusterMeasureTests
{
    [Fact]
    public void Adjusted_rand_index_follows_its_formula()
    {
        // pairs together in both, in the first, in the second, of all: (1, 2, 1, 6), (0, 2, 2, 6), (2, 6, 3, 15)
        // index = (both - first * second / all) / ((first + second) / 2 - first * second / all)
        Assert.Equal(0.5714285714, AdjustedRandIndex.Of([0, 0, 1, 1], [0, 0, 1, 2]), 10);
        Assert.Equal(-0.5, AdjustedRandIndex.Of([0, 0, 1, 1], [0, 1, 0, 1]), 10);
        Assert.Equal(0.2424242424, AdjustedRandIndex.Of([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2]), 10);
    }

    [Fact]
    public void Adjusted_rand_index_does_not_depend_on_the_numbering() =>
        Assert.Equal(1, AdjustedRandIndex.Of([0, 0, 1, 1, 2], [2, 2, 0, 0, 1]));

    [Fact]
    public void Silhouette_compares_the_own_group_with_the_next()
    {
        // groups {0, 1} and {4, 5} on a line: (4.5 - 1) / 4.5 outside, (3.5 - 1) / 3.5 inside
        var widths = Silhouette.OfRows([[0], [1], [4], [5]], [0, 0, 1, 1]);

        Assert.Equal([3.5 / 4.5, 2.5 / 3.5, 2.5 / 3.5, 3.5 / 4.5], widths.Select(w => Math.Round(w, 12)), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void A_row_alone_in_its_group_and_a_single_group_have_no_silhouette()
    {
        Assert.Equal(0, Silhouette.OfRows([[0], [1], [9]], [0, 0, 1])[2]);
        Assert.Equal([0, 0], Silhouette.OfRows([[0], [1]], [0, 0]));
    }

    [Fact]
    public void Effect_sizes_follow_their_formulas()
    {
        Assert.Equal(0.5, EffectSize.OfMeans(12, 10, 4));
        Assert.Equal(0, EffectSize.OfMeans(12, 10, 0));

        // 2 asin(√0.5) = π/2 and 2 asin(√0.25) = π/3
        Assert.Equal(Math.PI / 6, EffectSize.OfShares(0.5, 0.25), 12);
        Assert.Equal(-EffectSize.OfShares(0.5, 0.25), EffectSize.OfShares(0.25, 0.5), 12);
    }
}
