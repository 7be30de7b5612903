using SkOrchestrator.Segmentation;
using static SkOrchestrator.Core.Tests.Segmentation.TraitBuilder;

namespace SkOrchestrator.Core.Tests.Segmentation;

[Requirement("2.2")]
public sealed class SegmentTermsTests
{
    private static readonly SegmentTrait Lapsed = Number("days", "high", Words("lapsed", "lapsed customers", "new", "season", "shelves"));
    private static readonly SegmentTrait Traveller = Share("favourite", "travel", 0.9, Words("travelling", "travellers", "travel", "luggage"));
    private static readonly SegmentTrait Quiet = Number("visits", "low", Words("quiet", "rare visitors", "newsletter"));
    private static readonly SegmentTrait Gold = Share("tier", "gold", 0.9, Words("gold", "gold members", "gold", "benefits"));

    [Fact]
    public void Leading_traits_take_turns() => Assert.Equal(["travel", "new", "luggage", "season", "shelves"], Terms(Lapsed, Traveller, Quiet));

    [Fact]
    public void An_interest_beside_the_label_takes_its_turn_too() =>
        Assert.Equal(["gold", "new", "travel", "benefits", "season", "luggage", "shelves"], Terms(Gold, Lapsed, Quiet, Traveller));

    [Fact]
    public void Other_traits_are_asked_only_where_the_leading_ones_say_little() =>
        Assert.Equal(["newsletter", "gift", "light"], Terms(Quiet, Number("spend", "low", Words("small", "small spenders", "gift")), Number("orders", "low", Words("rare", "rare buyers", "light"))));

    [Fact]
    public void The_words_of_a_rule_come_first_and_nothing_comes_twice() =>
        Assert.Equal(["luggage", "season", "travel", "new", "shelves"], SegmentTerms.Of(TraitOrder.MostTellingFirst([Lapsed, Traveller]), ["luggage", "Season"]).Select(t => t.ToLowerInvariant()));

    private static IReadOnlyList<string> Terms(params SegmentTrait[] traits) => SegmentTerms.Of(TraitOrder.MostTellingFirst(traits), []);
}
