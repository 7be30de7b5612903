using SkOrchestrator.Data.Configuration.Yaml;

namespace SkOrchestrator.Data.Tables;

/// <summary>The name that was probably meant: the same letters and digits first, then the fewest edits.</summary>
internal static class Nearest
{
    public static string? Of(string name, IReadOnlyCollection<string> known) =>
        known.FirstOrDefault(other => Letters(other).Length > 0 && Letters(other).Equals(Letters(name), StringComparison.OrdinalIgnoreCase))
        ?? Spelling.Nearest(name, known);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
