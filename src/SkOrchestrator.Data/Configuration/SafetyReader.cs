using SkOrchestrator.Data.Configuration.Yaml;
using SkOrchestrator.Safety;

namespace SkOrchestrator.Data.Configuration;

/// <summary>
/// Reads <c>safety_thresholds.yaml</c>: categories at the top or under <c>categories</c>, in any case, with or without underscore.
/// A category that is missing keeps the strict default.
/// </summary>
internal static class SafetyReader
{
    private static readonly NumberRange Severity = new(0, 7, "(a severity)");

    private static readonly Dictionary<string, SafetyCategory> Names =
        Enum.GetValues<SafetyCategory>().ToDictionary(c => c.ToString().ToLowerInvariant());

    /// <summary>Reads the thresholds; problems are noted in the reader.</summary>
    public static SafetyThresholds Read(YamlReader reader)
    {
        var thresholds = SafetyThresholds.Default.Categories.ToDictionary();
        var seen = new Dictionary<SafetyCategory, YamlPlace>();
        foreach (var name in new[] { "hate", "self_harm", "sexual", "violence" })
        {
            reader.Find(name);
        }

        ReadCategories(reader, thresholds, seen);
        if (reader.Map("categories") is { } nested)
        {
            ReadCategories(nested, thresholds, seen);
            nested.RefuseUnknownKeys();
        }

        return new SafetyThresholds
        {
            Categories = thresholds,
            Blocklist = reader.Texts("blocklist")?.Select(b => b.Text).Distinct(StringComparer.OrdinalIgnoreCase).ToList() ?? [],
        };
    }

    private static void ReadCategories(
        YamlReader reader, Dictionary<SafetyCategory, CategoryThreshold> thresholds, Dictionary<SafetyCategory, YamlPlace> seen)
    {
        foreach (var key in reader.Entries.Select(e => e.Key))
        {
            if (!Names.TryGetValue(key.Text.Replace("_", "").Replace("-", "").ToLowerInvariant(), out var category))
            {
                continue;
            }

            var given = reader.Find(key.Text);
            if (!seen.TryAdd(category, key.Place))
            {
                var first = seen[category];
                var expected = $"each category once (first in {first.File}, line {first.Line})";
                reader.Problems.Add(ProblemKind.Duplicate, key.Place, $"the category {key.Text} stands twice", key.Text, expected);
            }
            else if (given is not null && reader.MapOf(given, reader.NameOf(key.Text)) is { } map)
            {
                thresholds[category] = ReadThreshold(map);
            }
        }
    }

    private static CategoryThreshold ReadThreshold(YamlReader map)
    {
        var strict = new CategoryThreshold();
        var blockAt = map.Whole("block_at", Severity) ?? strict.BlockAt;
        var reviewAt = map.Whole("review_at", Severity) ?? Math.Min(strict.ReviewAt, blockAt);
        map.RefuseUnknownKeys();
        if (reviewAt > blockAt)
        {
            map.Problems.Add(
                ProblemKind.Contradiction,
                map.PlaceOf("review_at"),
                $"{map.NameOf("review_at")} is above block_at",
                $"{reviewAt}",
                $"at most {blockAt}");
        }

        return new CategoryThreshold(blockAt, reviewAt);
    }
}
