using SkOrchestrator.Segmentation;
using static SkOrchestrator.Core.Tests.Segmentation.TraitBuilder;

namespace SkOrchestrator.Core.Tests.Segmentation;

[Requirement("1.1")]
public sealed class SegmentLabelerTests
{
    private static readonly SegmentTrait BigSpender = Number("spend", "high", Words("big-spending", "big spenders"), Words("thrifty", "bargain hunters"));
    private static readonly SegmentTrait Frequent = Number("orders", "high", Words("frequent", "frequent buyers"), Words("occasional", "occasional buyers"));
    private static readonly SegmentTrait Hiker = Share("favourite", "hiking", 0.8, Words("hiking", "hikers"));

    [Fact]
    public void A_label_is_the_noun_of_the_strongest_trait_behind_the_adjective_of_the_next()
    {
        Assert.Equal("Frequent big spenders", Label(BigSpender, Frequent));
        Assert.Equal("Big-spending frequent buyers", Label(Frequent, BigSpender));
    }

    [Fact]
    public void What_people_are_gives_the_noun_where_it_is_about_as_strong_as_what_they_do()
    {
        Assert.Equal("Big-spending hikers", Label(BigSpender, Hiker));
        Assert.Equal("Hiking big spenders", Label(BigSpender, Hiker with { Feature = Hiker.Feature with { EffectSize = 0.4 } }));
    }

    [Fact]
    public void What_most_customers_have_anyway_comes_last()
    {
        var silver = Share("tier", "silver", 1, Words("silver", "silver members"));
        var common = silver with { Feature = silver.Feature with { OverallValue = 0.51, EffectSize = 1.5 } };

        Assert.Equal("Big-spending hikers", Label(common, Hiker, BigSpender));
        Assert.Equal("Hiking silver members", Label(silver, Hiker));
    }

    [Fact]
    public void One_trait_alone_is_its_noun() => Assert.Equal("Frequent buyers", Label(Frequent));

    [Fact]
    public void A_word_is_not_said_twice()
    {
        Assert.Equal("Frequent hikers", Label(Hiker, Share("activity", "hiking", 0.9, Words("hiking", "walkers")), Frequent));
        Assert.Equal("Frequent buyers", Label(Frequent, Number("visits", "high", Words("frequent", "frequent visitors"))));
    }

    [Fact]
    public void A_label_does_not_contradict_itself()
    {
        var rareVisits = Number("visits", "low", Words("occasional", "occasional visitors"));

        Assert.Equal("Big-spending frequent buyers", Label(Frequent, rareVisits, BigSpender));
    }

    [Fact]
    public void Nobody_is_named_after_a_minority()
    {
        Assert.Equal("Frequent buyers", Label(Share("favourite", "hiking", 0.4, Words("hiking", "hikers")), Frequent));
        Assert.Equal("Typical customers", SegmentLabeler.Label([new([Share("favourite", "hiking", 0.2)]), new([Frequent])])[0]);
    }

    [Fact]
    public void Columns_without_words_get_words_of_their_name()
    {
        Assert.Equal("Customers with high basket value and low recency", Label(Number("basket_value", "high"), Number("recency", "low")));
        Assert.Equal("App user customers with low recency", Label(Share("app_user", "yes", 0.9), Number("recency", "low")));
        Assert.Equal("Rural non-newbie customers", Label(Share("newbie", "no", 0.1), Share("zip", "Rural", 0.7)));
        Assert.Equal("Customers with history segment 1 0 100", Label(Share("history_segment", "1 0 100", 1)));
        Assert.Equal("Frequent buyers with high basket value", Label(Number("basket_value", "high"), Frequent));
    }

    [Fact]
    public void Nobody_is_named_after_a_direction_that_was_left_without_words()
    {
        var unnamed = Number("spend", "low", words: null, opposite: Words("big-spending", "big spenders"));

        Assert.Equal("Frequent buyers", Label(unnamed, Frequent));
        Assert.Equal("Typical customers", SegmentLabeler.Label([new([unnamed]), new([Frequent])])[0]);
    }

    [Fact]
    public void A_label_that_is_taken_gets_a_further_adjective_then_a_place_and_a_number_last()
    {
        var same = new LabelSource([BigSpender, Frequent]);
        var place = same with { Place = "GB" };
        var more = new LabelSource([BigSpender, Frequent, Number("visits", "high", Words("browsing", "keen browsers"))]);

        Assert.Equal(
            ["Frequent big spenders", "Frequent browsing big spenders", "Frequent big spenders in GB", "Frequent big spenders (2)", "Frequent big spenders (3)"],
            SegmentLabeler.Label([same, more, place, same, same]));
    }

    [Fact]
    public void A_single_segment_without_traits_is_all_customers() => Assert.Equal(["All customers"], SegmentLabeler.Label([new([])]));

    [Fact]
    public void Labels_that_were_given_are_kept_and_told_apart() =>
        Assert.Equal(["Gold", "gold (2)", "Gold (3)", "Rest"], SegmentLabeler.Unique(["Gold", "gold", "Gold", "Rest"]));

    private static string Label(params SegmentTrait[] traits) => SegmentLabeler.Label([new(traits)])[0];
}
