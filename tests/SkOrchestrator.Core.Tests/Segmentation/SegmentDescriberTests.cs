using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Core.Tests.Segmentation;

[Requirement("1.3")]
public sealed class SegmentDescriberTests
{
    private static readonly DefiningFeature[] Features =
    [
        new("orders", "orders a year", "high", 12.41, 4.1, 1.2, false),
        new("favourite", "favourite category", "hiking", 0.784, 0.31, 0.9, true),
        new("app", "app user", "no", 0.1, 0.4, -0.7, true),
        new("spend", "spend", "low", 1234.4, 2000, -0.5, false),
    ];

    [Fact]
    public void The_description_compares_the_segment_with_all_customers() =>
        Assert.Equal(
            "Orders a year above average (12.4, 4.1 overall); favourite category: hiking (78%, 31% overall); app user: no (90%, 60% overall). "
            + "Spend below average (1234, 2000 overall).",
            SegmentDescriber.Describe(Features, withNumbers: true));

    [Fact]
    public void A_tiny_segment_is_described_without_numbers() =>
        Assert.Equal(
            "Orders a year above average; favourite category: more often hiking; app user: more often no. Spend below average.",
            SegmentDescriber.Describe(Features, withNumbers: false));

    [Fact]
    public void A_segment_like_everyone_else_is_described_as_that() =>
        Assert.Equal("Like the average customer in everything measured.", SegmentDescriber.Describe([], withNumbers: true));
}
