using SkOrchestrator.Configuration;

namespace SkOrchestrator.Data.Summaries;

/// <summary>The levels a feature is split into.</summary>
/// <param name="Name">The feature in words.</param>
/// <param name="Text">A customer's level as SQL.</param>
/// <param name="Levels">The levels, the reference first.</param>
internal sealed record FeatureLevels(string Name, string Text, IReadOnlyList<string> Levels)
{
    private const string Other = "other";
    private const string Unknown = "unknown";

    /// <summary>Takes the levels that enough customers have, the most frequent first; the rest is <c>other</c> and missing values are <c>unknown</c>, if enough have that.</summary>
    public static FeatureLevels Choose(
        ColumnOptions column, string text, IReadOnlyList<(string? Level, long Customers)> sizes, int minimumGroup, int mostLevels)
    {
        var named = sizes.Where(size => size.Level is not (null or Other or Unknown)).ToList();
        var kept = named.Where(size => size.Customers >= minimumGroup).Take(mostLevels - 2).Select(size => size.Level!).ToList();
        var rest = sizes.Where(size => size.Level is not (null or Unknown) && !kept.Contains(size.Level)).Sum(size => size.Customers);
        var missing = sizes.Where(size => size.Level is null or Unknown).Sum(size => size.Customers);
        if (column.Role != ColumnRole.Categorical)
        {
            // no, and not above the median, are what the other side is compared with
            kept.Sort((one, two) => Rank(one).CompareTo(Rank(two)));
        }

        if (rest > 0 && rest >= minimumGroup)
        {
            kept.Add(Other);
        }

        if (missing > 0 && missing >= minimumGroup)
        {
            kept.Add(Unknown);
        }

        return new FeatureLevels(column.Name, text, kept);
    }

    /// <summary>The place of a customer's level; -1 where the customer takes no part.</summary>
    public int IndexOf(string? level)
    {
        var place = level is null ? -1 : Place(level);
        return place >= 0 ? place : Place(level is null ? Unknown : Other);
    }

    private static int Rank(string level) => level is "no" or "not above median" ? 0 : 1;

    private int Place(string level)
    {
        for (var place = 0; place < Levels.Count; place++)
        {
            if (Levels[place] == level)
            {
                return place;
            }
        }

        return -1;
    }
}
