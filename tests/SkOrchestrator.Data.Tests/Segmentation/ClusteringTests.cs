using SkOrchestrator.Configuration;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Data.Tests.Segmentation;

public sealed class ClusteringTests
{
    [Fact]
    [Requirement("1.1")]
    public void Planted_groups_are_found_again_and_named_in_words()
    {
        using var shop = new SegmentationFixture(Shop.Table, Shop.Rows(600));

        var result = shop.Run(Shop.Options, Shop.Columns);

        var assignments = shop.Assignments();
        var index = AdjustedRandIndex.Of(
            [.. assignments.Select(a => Shop.Group(a.Customer))], [.. assignments.Select(a => Shop.Number(a.Segment))]);
        Assert.True(index > 0.95, $"adjusted Rand index {index}");
        Assert.Equal(["Frequent hikers", "Occasional big spenders", "Occasional campers"], result.Segments.Select(s => s.Label).Order());
    }

    [Fact]
    [Requirement("1.2")]
    public void Every_eligible_customer_is_in_exactly_one_segment_with_confidence_and_reason()
    {
        using var shop = new SegmentationFixture(Shop.Table, Shop.Rows(300));
        shop.Execute("INSERT INTO excluded VALUES ('C00000', 'no_consent'), ('C00001', 'suppressed')");

        var result = shop.Run(Shop.Options, Shop.Columns);

        var assignments = shop.Assignments();
        Assert.Equal(298, assignments.Select(a => a.Customer).Distinct().Count());
        Assert.Equal(298, assignments.Count);
        Assert.DoesNotContain(assignments, a => a.Customer is "C00000" or "C00001");
        Assert.Equal(298, result.Segments.Sum(s => s.Size));
        Assert.All(assignments, a => Assert.InRange(a.Confidence, 0.5, 1));
        Assert.True(assignments.Select(a => a.Confidence).Distinct().Count() > 50, "confidence is measured, not a constant");
        Assert.All(assignments, a => Assert.NotEqual(a.Segment, a.RunnerUp));
        Assert.All(assignments, a => Assert.NotEmpty(a.Reason));
        Assert.All(assignments, a => Assert.DoesNotContain(a.Reason, char.IsDigit));
        Assert.Contains("favourite category", assignments[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("1.2")]
    public void A_customer_between_two_segments_has_a_lower_confidence_and_the_reason_names_the_other_one()
    {
        var rows = Enumerable.Range(0, 180).Select(i => $"('C{i:D3}', {(i % 3 * 100) + (i % 7)})").Append("('X', 52.5)");
        using var data = new SegmentationFixture("points DOUBLE", rows);

        data.Run(new SegmentationOptions(), [new("points", ColumnRole.Numeric)]);

        var assignments = data.Assignments();
        var between = assignments.Single(a => a.Customer == "X");
        Assert.InRange(between.Confidence, 0.5, 0.55);
        Assert.All(assignments.Where(a => a.Customer != "X"), a => Assert.True(a.Confidence > 0.9));
        Assert.Contains("; almost as close to ", between.Reason, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("1.3")]
    public void Segments_carry_what_defines_them_and_how_well_they_hold_together()
    {
        using var shop = new SegmentationFixture(Shop.Table, Shop.Rows(600));

        var result = shop.Run(Shop.Options, Shop.Columns);

        var hikers = result.Segments.Single(s => s.Label == "Frequent hikers");
        Assert.Equal("hiking", hikers.DefiningFeatures[0].Trait);
        Assert.Equal(1, hikers.DefiningFeatures[0].SegmentValue);
        Assert.Equal(0.333333, hikers.DefiningFeatures[0].OverallValue);
        Assert.Contains(hikers.DefiningFeatures, f => f is { Feature: "orders_12m", Trait: "high", IsShare: false, EffectSize: > 1 });
        Assert.InRange(hikers.DefiningFeatures.Count, 1, 6);
        Assert.All(hikers.DefiningFeatures, f => Assert.True(Math.Abs(f.EffectSize) >= 0.2));
        Assert.Equal("kmeans", hikers.Method);
        Assert.InRange(hikers.Quality.Silhouette!.Value, 0.5, 1);
        Assert.InRange(hikers.Quality.Stability!.Value, 0.95, 1);
        Assert.InRange(hikers.Quality.MeanConfidence, 0.9, 1);
        Assert.Equal(["hiking", "frequent", "value", "general"], hikers.Hooks);
        Assert.Equal(["boots", "loyalty", "trail", "points"], hikers.Terms.Take(4));
        Assert.StartsWith("Favourite category: hiking (100%, 33% overall); orders a year above average (", hikers.Description, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("1.4")]
    public void Feature_weights_decide_what_the_segments_are_about()
    {
        var rows = Enumerable.Range(0, 450).Select(i => $"('C{i:D3}', {(i % 3 * 10) + (i % 7 * 0.3)}, {(i / 3 % 3 * 10) + (i % 5 * 0.3)})");
        using var data = new SegmentationFixture("a DOUBLE, b DOUBLE", rows);

        Assert.InRange(Agreement(weightOfA: 4, weightOfB: 0.2, i => i % 3), 0.95, 1);
        Assert.InRange(Agreement(weightOfA: 0.2, weightOfB: 4, i => i / 3 % 3), 0.95, 1);

        double Agreement(double weightOfA, double weightOfB, Func<int, int> group)
        {
            data.Run(
                new SegmentationOptions { MaximumClusters = 3 },
                [new("a", ColumnRole.Numeric) { Weight = weightOfA }, new("b", ColumnRole.Numeric) { Weight = weightOfB }]);
            var assignments = data.Assignments();
            return AdjustedRandIndex.Of(
                [.. assignments.Select(a => group(int.Parse(a.Customer.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture)))],
                [.. assignments.Select(a => Shop.Number(a.Segment))]);
        }
    }

    [Fact]
    public void Segments_are_numbered_by_size()
    {
        var rows = Enumerable.Range(0, 300).Select(i => $"('C{i:D3}', {(i < 60 ? 0 : i < 150 ? 100 : 200) + (i % 7)})");
        using var data = new SegmentationFixture("points DOUBLE", rows);

        var result = data.Run(new SegmentationOptions(), [new("points", ColumnRole.Numeric)]);

        Assert.Equal([150, 90, 60], result.Segments.Select(s => s.Size));
        Assert.Equal(["segment-1", "segment-2", "segment-3"], result.Segments.Select(s => s.SegmentId.Value));
        Assert.Equal("segment-1", data.Assignments().Single(a => a.Customer == "C299").Segment);
    }

    [Fact]
    [Requirement("1.1")]
    public void Every_number_of_segments_that_was_tried_is_reported_with_silhouette_and_stability()
    {
        using var shop = new SegmentationFixture(Shop.Table, Shop.Rows(300));

        var notes = shop.Run(Shop.Options, Shop.Columns).Notes;

        Assert.All([3, 4, 5], k => Assert.Contains(notes, n => n.StartsWith($"k = {k}: silhouette 0.", StringComparison.Ordinal) && n.Contains("stability")));
    }

    [Fact]
    public void Clusters_fitted_on_a_sample_are_applied_to_everyone()
    {
        using var shop = new SegmentationFixture(Shop.Table, Shop.Rows(600));

        var result = shop.Run(Shop.Options with { SampleSize = 150 }, Shop.Columns);

        Assert.Equal([200, 200, 200], result.Segments.Select(s => s.Size));
        Assert.Contains("The clusters were fitted on 150 of 600 customers.", result.Notes);
    }

    [Fact]
    public void The_same_customers_give_the_same_segments_in_any_order_of_the_rows()
    {
        var rows = Shop.Rows(600).ToList();
        using var first = new SegmentationFixture(Shop.Table, rows);
        using var second = new SegmentationFixture(Shop.Table, Enumerable.Reverse(rows));

        var one = first.Run(Shop.Options, Shop.Columns);
        var other = second.Run(Shop.Options, Shop.Columns);

        Assert.Equal(first.Assignments(), second.Assignments());
        Assert.Equal(one.Statistics, other.Statistics);
        Assert.Equal(one.Notes, other.Notes);
        Assert.Equal(one.Segments.Select(s => (s.Label, s.Description, s.Quality)), other.Segments.Select(s => (s.Label, s.Description, s.Quality)));
    }

    [Fact]
    public void Country_counts_in_the_distance_only_where_the_configuration_weighs_it()
    {
        var rows = Enumerable.Range(0, 300).Select(i => $"('C{i:D3}', '{(i % 3) switch { 0 => "DE", 1 => "GB", _ => "FR" }}', {i % 10})");
        using var data = new SegmentationFixture("country VARCHAR, points DOUBLE", rows);
        var country = new ColumnOptions("country", ColumnRole.Country);
        var points = new ColumnOptions("points", ColumnRole.Numeric);

        var without = data.Run(new SegmentationOptions(), [country, points]);
        Assert.DoesNotContain(without.Segments.SelectMany(s => s.DefiningFeatures), f => f.Feature == "country");
        Assert.Contains(without.Statistics, s => s.Feature == "country=DE");

        var weighed = country with { Weight = 5 };
        var with = data.Run(new SegmentationOptions { Columns = [weighed] }, [weighed, points]);
        Assert.All(with.Segments, s => Assert.Equal("country", s.DefiningFeatures[0].Feature));
    }
}
