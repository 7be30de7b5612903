namespace SkOrchestrator.Agents.Prompts;

/// <summary>Finds what a mistyped name was meant to be.</summary>
internal static class ClosestName
{
    /// <summary>The candidate with the fewest edits, if there are at most a third of the name's length (at least one); else null.</summary>
    public static string? Find(string name, IEnumerable<string> candidates) => candidates
        .Select(c => (Name: c, Distance: Distance(name.ToLowerInvariant(), c.ToLowerInvariant())))
        .Where(c => c.Distance <= Math.Max(1, name.Length / 3))
        .OrderBy(c => c.Distance)
        .ThenBy(c => c.Name, StringComparer.Ordinal)
        .Select(c => c.Name)
        .FirstOrDefault();

    /// <summary>"did you mean 'x'?", or the given words when nothing is close.</summary>
    public static string Advice(string name, IReadOnlyCollection<string> candidates, string otherwise) =>
        Find(name, candidates) is { } close ? $"did you mean '{close}'?" : otherwise;

    /// <summary>Edits between two names; two swapped neighbours count as one.</summary>
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                var substitution = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, substitution);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
