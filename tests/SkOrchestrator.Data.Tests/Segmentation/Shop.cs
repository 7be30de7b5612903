using SkOrchestrator.Configuration;

namespace SkOrchestrator.Data.Tests.Segmentation;

/// <summary>A shop with three planted groups: frequent hikers, occasional big spenders, and new campers.</summary>
internal static class Shop
{
    public const string Table = "orders_12m DOUBLE, spend DOUBLE, favourite VARCHAR, app_user BOOLEAN, country VARCHAR, visits DOUBLE";

    private static readonly (double Orders, double Spend, string Favourite, double App, double Visits)[] Groups =
        [(12, 40, "hiking", 0.9, 30), (3, 200, "travel", 0.5, 10), (1, 35, "camping", 0.1, 5)];

    public static IReadOnlyList<ColumnOptions> Columns { get; } =
    [
        new("customer_id", ColumnRole.Id),
        new("orders_12m", ColumnRole.Numeric)
        {
            Name = "orders a year",
            Traits = new Dictionary<string, TraitWords>
            {
                ["high"] = new("frequent", "frequent buyers", "frequent", ["loyalty", "points"]),
                ["low"] = new("occasional", "occasional buyers", "occasional", ["guide"]),
            },
        },
        new("spend", ColumnRole.Numeric)
        {
            Traits = new Dictionary<string, TraitWords>
            {
                ["high"] = new("big-spending", "big spenders", "premium", ["premium"]),
                ["low"] = new("thrifty", "bargain hunters", "value", ["value", "guide"]),
            },
        },
        new("favourite", ColumnRole.Categorical)
        {
            Name = "favourite category",
            Traits = new Dictionary<string, TraitWords>
            {
                ["hiking"] = new("hiking", "hikers", "hiking", ["boots", "trail"]),
                ["camping"] = new("camping", "campers", "camping", ["tents"]),
            },
        },
        new("app_user", ColumnRole.Boolean) { Name = "app user" },
        new("country", ColumnRole.Country),
        new("visits", ColumnRole.Numeric) { Weight = 0.5 },
    ];

    public static SegmentationOptions Options { get; } = new() { Columns = [.. Columns.Where(c => c.Role != ColumnRole.Country)] };

    /// <summary>The group that was planted for a customer.</summary>
    public static int Group(string customer) => int.Parse(customer.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture) % 3;

    /// <summary>The number in a segment id.</summary>
    public static int Number(string segment) => int.Parse(segment.AsSpan("segment-".Length), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Rows as SQL tuples; the same for the same count.</summary>
    public static IEnumerable<string> Rows(int count)
    {
        var random = new Random(1);
        for (var i = 0; i < count; i++)
        {
            var (orders, spend, favourite, app, visits) = Groups[i % 3];
            yield return $"('C{i:D5}', {Around(orders)}, {Around(spend)}, '{favourite}', {random.NextDouble() < app}, "
                + $"'{(random.Next(3) == 0 ? "DE" : "GB")}', {Around(visits)})";
        }

        string Around(double center) => SegmentationFixture.Number(Math.Round(center * (0.7 + (0.6 * random.NextDouble())), 2));
    }
}
