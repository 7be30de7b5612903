using SkOrchestrator.Configuration;

namespace SkOrchestrator.Data.Tests.Segmentation;

public sealed class AwkwardDataTests
{
    [Fact]
    public void Nobody_gives_no_segments_and_an_empty_table()
    {
        using var data = new SegmentationFixture("points DOUBLE", []);

        var result = data.Run(new SegmentationOptions(), [new("points", ColumnRole.Numeric)]);

        Assert.Empty(result.Segments);
        Assert.Empty(data.Assignments());
        Assert.Contains(result.Notes, n => n.Contains("no eligible customers"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(39)]
    public void Too_few_customers_for_two_groups_form_one_segment(int customers)
    {
        using var data = new SegmentationFixture("points DOUBLE", Enumerable.Range(0, customers).Select(i => $"('C{i}', {i * i})"));

        var result = data.Run(new SegmentationOptions { MinimumGroup = 20 }, [new("points", ColumnRole.Numeric)]);

        var all = Assert.Single(result.Segments);
        Assert.Equal((customers, "All customers", customers < 20), (all.Size, all.Label, all.IsBelowPrivacyMinimum));
        Assert.DoesNotContain(all.Description, char.IsDigit);
        Assert.Equal(customers, data.Assignments().Count);
        Assert.Equal(customers < 20, result.Notes.Any(n => n.Contains("fewer customers than the privacy minimum", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_segment_is_smaller_than_the_privacy_minimum_where_that_can_be_had()
    {
        // three groups of 100, and 3 customers far from all of them
        var rows = Enumerable.Range(0, 303).Select(i => $"('C{i:D3}', {(i < 300 ? (i % 3 * 100) + (i % 7) : 5000)}, {i % 5})");
        using var data = new SegmentationFixture("points DOUBLE, visits DOUBLE", rows);

        var result = data.Run(new SegmentationOptions { MinimumGroup = 20 }, [new("points", ColumnRole.Numeric), new("visits", ColumnRole.Numeric) { Weight = 0 }]);

        Assert.InRange(result.Segments.Count, 2, 5);
        Assert.All(result.Segments, s => Assert.InRange(s.Size, 20, 303));
        Assert.Equal(303, result.Segments.Sum(s => s.Size));
    }

    [Fact]
    public void No_number_of_a_segment_under_the_privacy_minimum_is_given()
    {
        using var data = new SegmentationFixture(
            "points DOUBLE, app BOOLEAN", Enumerable.Range(0, 100).Select(i => $"('C{i:D2}', {(i == 0 ? 4711 : i % 10)}, {i % 2 == 0})"));
        var rule = new SegmentRule("Top", string.Empty, "general", [], 1, [new("points > 1000", 1)]);

        var result = data.Run(
            new SegmentationOptions { Strategy = SegmentationStrategy.Rules, Rules = [rule], Fallback = new("Rest", string.Empty, "general", [], 0, []) },
            [new("points", ColumnRole.Numeric), new("app", ColumnRole.Boolean)]);

        var small = result.Segments.Single(s => s.Label == "Top");
        Assert.True(small.IsBelowPrivacyMinimum);
        Assert.Empty(small.DefiningFeatures);
        Assert.Equal("Points above average", small.Description[..20]);
        Assert.DoesNotContain(small.Description, char.IsDigit);
        Assert.All(
            result.Statistics.Where(s => s.SegmentId == small.SegmentId),
            s => Assert.Equal((null, null, null, null), (s.MeanOrShare, s.Minimum, s.Median, s.Maximum)));
        Assert.All(result.Statistics.Where(s => s.SegmentId != small.SegmentId), s => Assert.NotNull(s.MeanOrShare));
        Assert.False(result.Segments.Single(s => s.Label == "Rest").IsBelowPrivacyMinimum);
    }

    [Fact]
    public void Customers_who_are_all_alike_form_one_segment_and_a_note_says_why()
    {
        using var data = new SegmentationFixture("points DOUBLE, app BOOLEAN", Enumerable.Range(0, 50).Select(i => $"('C{i}', 7, TRUE)"));

        var result = data.Run(new SegmentationOptions(), [new("points", ColumnRole.Numeric), new("app", ColumnRole.Boolean)]);

        var all = Assert.Single(result.Segments);
        Assert.Equal("All customers", all.Label);
        Assert.Contains(result.Notes, n => n.StartsWith("No column tells the customers apart", StringComparison.Ordinal));
        Assert.All(data.Assignments(), a => Assert.Equal((1, null, "the only segment"), (a.Confidence, a.RunnerUp, a.Reason)));
    }

    [Fact]
    public void Fewer_different_customers_than_segments_give_fewer_segments()
    {
        using var data = new SegmentationFixture("points DOUBLE", Enumerable.Range(0, 100).Select(i => $"('C{i:D2}', {i % 2})"));

        var result = data.Run(new SegmentationOptions(), [new("points", ColumnRole.Numeric)]);

        Assert.Equal(2, result.Segments.Count);
        Assert.Contains("Only 2 customers differ in the features, so there can't be 3 segments.", result.Notes);
        Assert.Equal(2, result.Segments.Select(s => s.Label).Distinct().Count());
    }

    [Fact]
    public void Missing_constant_and_skewed_columns_are_handled_and_said()
    {
        var rows = Enumerable.Range(0, 300).Select(i =>
            $"('C{i:D3}', {(i % 10 == 0 ? "NULL" : (i % 3 * 10).ToString(System.Globalization.CultureInfo.InvariantCulture))}, 5, {Skewed(i)}, "
            + $"{(i % 4 == 0 ? "'NaN'::DOUBLE" : i % 2 == 0 ? "1" : "2")}, NULL)");
        using var data = new SegmentationFixture("points DOUBLE, constant DOUBLE, spend DOUBLE, holes DOUBLE, empty VARCHAR", rows);

        var result = data.Run(new SegmentationOptions(), [
            new("points", ColumnRole.Numeric), new("constant", ColumnRole.Numeric), new("spend", ColumnRole.Numeric), new("holes", ColumnRole.Numeric),
            new("empty", ColumnRole.Categorical)]);

        Assert.Contains("Column points: 30 of 300 values are missing and count as average.", result.Notes);
        Assert.Contains("Column constant is the same for everyone and was left out of the distance.", result.Notes);
        Assert.Contains("Column empty is the same for everyone and was left out of the distance.", result.Notes);
        Assert.Contains("Column spend is strongly skewed and enters the distance as ln(1 + x).", result.Notes);
        Assert.Contains("Column holes: 75 of 300 values are missing and count as average.", result.Notes);
        Assert.Equal(300, data.Assignments().Count);
        Assert.All(result.Statistics, s => Assert.False(s.MeanOrShare is { } mean && !double.IsFinite(mean)));

        static string Skewed(int i) => SegmentationFixture.Number(Math.Round(Math.Exp(i % 100 / 12.0), 2));
    }

    [Fact]
    public void Column_names_may_hold_quotes_sql_or_the_names_used_inside()
    {
        var odd = new[] { "od\"d", "it's; DROP TABLE customers; --", "f1", "number", "{value}", "segment_group" };
        var columns = string.Join(", ", odd.Select(o => $"\"{o.Replace("\"", "\"\"")}\" DOUBLE"));
        var rows = Enumerable.Range(0, 90).Select(i => $"('C{i:D2}', {string.Join(", ", odd.Select((_, c) => (i % 3 * 10) + (i % (c + 2))))})");
        using var data = new SegmentationFixture(columns, rows);

        var result = data.Run(
            new SegmentationOptions { Audiences = new Dictionary<string, string> { ["all"] = "number >= 0 AND \"od\"\"d\" >= 0" } },
            [.. odd.Select(o => new ColumnOptions(o, ColumnRole.Numeric))]);

        Assert.Equal(3, result.Segments.Count);
        Assert.Equal(90, data.Assignments().Count);
        Assert.Equal(90, data.Query("SELECT count(*) FROM customers", r => r.GetInt64(0)).Single());
        Assert.All(result.Segments, s => Assert.Equal(["all"], s.Audiences));
        Assert.All(result.Segments, s => Assert.DoesNotContain(s.Label + s.Description, c => c is '"' or '\'' && c != ';'));
    }

    [Fact]
    public void Category_values_may_hold_quotes_umlauts_sql_or_slots()
    {
        string[] values = ["Bücher & Möbel", "O'Neill's \"best\"", "'); DROP TABLE customers; --", "{salt}"];
        var rows = Enumerable.Range(0, 200).Select(i => $"('C{i:D3}', '{values[i % 4].Replace("'", "''")}')");
        using var data = new SegmentationFixture("likes VARCHAR", rows);

        var result = data.Run(new SegmentationOptions(), [new("likes", ColumnRole.Categorical)]);

        Assert.Equal(4, result.Segments.Count);
        Assert.All(result.Segments, s => Assert.Equal(50, s.Size));
        Assert.Equal(
            ["Bücher Möbel", "DROP TABLE customers", "O Neill s best", "salt"],
            result.Segments.Select(s => s.DefiningFeatures[0].Trait).Order(StringComparer.Ordinal));
        Assert.Equal(200, data.Query("SELECT count(*) FROM customers", r => r.GetInt64(0)).Single());
        Assert.All(data.Assignments().Where(a => a.Customer is "C000" or "C004"), a => Assert.Equal("likes: Bücher Möbel", a.Reason));
    }

    [Fact]
    public void A_value_that_few_customers_share_never_enters_words()
    {
        var rows = Enumerable.Range(0, 200).Select(i => $"('C{i:D3}', '{(i < 12 ? "Secretville" : i % 2 == 0 ? "Leeds" : "York")}', {(i < 12 ? 900 : i % 2 * 50)})");
        using var data = new SegmentationFixture("city VARCHAR, points DOUBLE", rows);
        var city = new ColumnOptions("city", ColumnRole.Categorical)
        {
            Traits = new Dictionary<string, TraitWords> { ["Secretville"] = new("secret", "secretvillers", "secret", ["secret"]) },
        };

        var result = data.Run(new SegmentationOptions { MinimumGroup = 20 }, [city, new("points", ColumnRole.Numeric)]);

        var words = result.Segments
            .SelectMany(s => (string[])[s.Label, s.Description, .. s.Terms, .. s.Hooks, .. s.DefiningFeatures.Select(f => f.Trait)])
            .Concat(data.Assignments().Select(a => a.Reason))
            .Concat(result.Notes)
            .Concat(result.Statistics.Select(s => s.Feature));
        Assert.DoesNotContain(words, w => w.Contains("secret", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(result.Statistics, s => s.Feature == "city=(other)");
        Assert.All(result.Segments, s => Assert.True(s.Size >= 20));
    }

    [Fact]
    public void The_general_opening_comes_last_and_configured_names_stay_as_written()
    {
        var rows = Enumerable.Range(0, 90).Select(i => $"('C{i:D2}', {(i % 3 * 10) + (i % 3 == 2 ? 40 : 0)})");
        using var data = new SegmentationFixture("goods DOUBLE", rows);
        var words = new TraitWords("busy", "busy people", "general", []);
        var column = new ColumnOptions("goods", ColumnRole.Numeric)
        {
            Name = "men's goods",
            Traits = new Dictionary<string, TraitWords> { ["high"] = words, ["low"] = words with { Hook = "quiet" } },
        };

        var result = data.Run(new SegmentationOptions { Columns = [column] }, [column]);

        Assert.All(result.Segments, s => Assert.Equal("general", s.Hooks[^1]));
        Assert.Contains(result.Segments, s => s.Hooks.Count == 2);
        Assert.All(result.Segments, s => Assert.StartsWith("Men's goods ", s.Description, StringComparison.Ordinal));
    }
}
