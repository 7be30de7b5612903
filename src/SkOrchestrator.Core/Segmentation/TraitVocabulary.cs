using SkOrchestrator.Configuration;

namespace SkOrchestrator.Segmentation;

/// <summary>Finds the words for a defining feature: those of the configuration, else words made of the column name.</summary>
public static class TraitVocabulary
{
    /// <summary>The trait in words.</summary>
    /// <param name="feature">The defining feature; a category value in it must be shared by enough customers already.</param>
    /// <param name="column">The column it comes from.</param>
    public static SegmentTrait Describe(DefiningFeature feature, ColumnOptions column)
    {
        var configured = column.Traits.Where(t => Matches(t.Key, feature.Trait)).Select(t => t.Value).FirstOrDefault();
        var trait = configured is not null ? new SegmentTrait(feature, configured) { IsConfigured = true }
            : IsLeftUnnamed(feature, column) ? new SegmentTrait(feature, new(string.Empty, string.Empty, null, []))
            : Generated(feature);
        return trait with
        {
            Opposites = [.. column.Traits.Where(t => !Matches(t.Key, feature.Trait)).Select(t => t.Value)],
        };
    }

    private static bool Matches(string key, string trait) => string.Equals(PlainWords.Of(key), trait, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whoever gives words to one direction only does not want customers named after the other one.</summary>
    private static bool IsLeftUnnamed(DefiningFeature feature, ColumnOptions column) =>
        column.Traits.Count > 0 && (!feature.IsShare || column.Role == ColumnRole.Boolean);

    private static SegmentTrait Generated(DefiningFeature feature)
    {
        var name = feature.Name;
        return (feature.IsShare, feature.Trait) switch
        {
            (false, var direction) => new(feature, new($"{direction}-{name.Replace(' ', '-')}", $"customers with {direction} {name}", null, []))
            {
                With = $"{direction} {name}",
            },
            (true, TraitName.Yes) => new(feature, new(name, $"{name} customers", null, [name])),
            (true, TraitName.No) => new(feature, new($"non-{name}", $"non-{name} customers", null, [])),
            (true, var level) when IsWord(level) => new(feature, new(level, $"{level} customers", null, [level])),
            (true, var level) => new(feature, new(level, $"customers with {name} {level}", null, [])) { With = $"{name} {level}" },
        };
    }

    /// <summary>Whether people can be named after a value; a code or a range such as <c>100 200</c> is no name.</summary>
    private static bool IsWord(string level) => level.Length > 2 && char.IsLetter(level[0]);
}
