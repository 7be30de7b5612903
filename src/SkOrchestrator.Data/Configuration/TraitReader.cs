using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Configuration.Yaml;

namespace SkOrchestrator.Data.Configuration;

/// <summary>Reads words for the directions of a feature.</summary>
internal static class TraitReader
{
    /// <summary>Reads the words under each of the keys that is there.</summary>
    public static IReadOnlyDictionary<string, TraitWords> Read(YamlReader map, params IEnumerable<string> keys)
    {
        var traits = new Dictionary<string, TraitWords>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (map.Map(key) is { } words)
            {
                traits[key] = ReadWords(words);
            }
        }

        return traits;
    }

    /// <summary>Words for the content query.</summary>
    public static IReadOnlyList<string> ReadTerms(YamlReader map) => map.Texts("terms")?.Select(t => t.Text).ToList() ?? [];

    private static TraitWords ReadWords(YamlReader map)
    {
        map.Require("adjective", "noun");
        var (adjective, noun) = (map.Text("adjective") ?? string.Empty, map.Text("noun") ?? string.Empty);
        var words = new TraitWords(adjective, noun, map.Text("hook"), ReadTerms(map));
        map.RefuseUnknownKeys();
        return words;
    }
}
