using SkOrchestrator.Configuration;

namespace SkOrchestrator.Data.Segmentation;

/// <summary>
/// A category, one indicator per level that enough customers share and one for all others together. Each indicator is scaled by weight/√2, so that two
/// customers of different levels are exactly one weight apart. That is Gower's rule (A general coefficient of similarity, 1971: a mismatch counts one)
/// and about the mean distance of two customers on a standardised number (2/√π ≈ 1.13), however many levels there are and however rare they are.
/// </summary>
/// <param name="Column">How the column is configured.</param>
/// <param name="Field">Its name in the table <c>segment_input</c>.</param>
/// <param name="Missing">Customers without a value.</param>
/// <param name="Levels">The levels that may be named, most frequent first.</param>
/// <param name="Others">Customers with any other level.</param>
internal sealed record CategoryFeature(ColumnOptions Column, string Field, long Missing, IReadOnlyList<CategoryLevel> Levels, long Others)
    : Feature(Column, Field, Missing)
{
    /// <summary>At most so many levels get an indicator of their own.</summary>
    public const int MaximumLevels = 20;

    /// <summary>Customers with a value.</summary>
    public long Known => Levels.Sum(l => l.Count) + Others;

    /// <inheritdoc/>
    public override bool Varies => Levels.Count + (Others > 0 ? 1 : 0) > 1;

    /// <summary>The level as a number in SQL: 1, 2, … in the order of <see cref="Levels"/>, 0 for the others, null for a missing value.</summary>
    public string Number =>
        $"CASE WHEN {Field} IS NULL THEN NULL {string.Concat(Levels.Select((l, i) => $"WHEN {Field} = {SegmentationSql.Literal(l.Value)} THEN {i + 1} "))}ELSE 0 END";

    /// <inheritdoc/>
    public override IEnumerable<string> Encode()
    {
        var scale = SegmentationSql.Literal(Column.Weight / Math.Sqrt(2));
        var indicators = Levels.Select(l => ($"{Field} = {SegmentationSql.Literal(l.Value)}", l.Count)).ToList();
        if (Others > 0)
        {
            indicators.Add(($"({Number}) = 0", Others));
        }

        return indicators.Select(i => $"coalesce((({i.Item1})::INTEGER - {SegmentationSql.Literal((double)i.Count / Known)}) * {scale}, 0)");
    }
}
