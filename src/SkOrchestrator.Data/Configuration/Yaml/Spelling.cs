namespace SkOrchestrator.Data.Configuration.Yaml;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Spelling
{
    /// <summary>The nearest of the known names within 2 edits or a third of the length, or null.</summary>
    public static string? Nearest(string found, IEnumerable<string> known)
    {
        var limit = Math.Max(2, found.Length / 3);
        return known
            .Select(name => (Name: name, Distance: Distance(Plain(found), Plain(name))))
            .Where(c => c.Distance <= limit && c.Distance < c.Name.Length)
            .OrderBy(c => c.Distance).ThenBy(c => c.Name, StringComparer.Ordinal)
            .Select(c => c.Name)
            .FirstOrDefault();
    }

    /// <summary>"did you mean x?" or, when nothing is near, the alternative text.</summary>
    public static string DidYouMean(string found, IEnumerable<string> known, string otherwise) =>
        Nearest(found, known) is { } name ? $"did you mean {name}?" : otherwise;

    /// <summary>Number of insertions, deletions and replacements between two texts (Levenshtein 1966).</summary>
    internal static int Distance(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        var current = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[b.Length];
    }

    private static string Plain(string name) => (name.Length > 60 ? name[..60] : name).ToLowerInvariant().Replace('-', '_');
}
