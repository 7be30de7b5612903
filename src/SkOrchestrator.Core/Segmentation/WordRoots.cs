namespace SkOrchestrator.Segmentation;

/// <summary>Recognises words of one family, so that labels such as "Hiking hikers" are not made. Rough and English, and harmless where it errs.</summary>
internal static class WordRoots
{
    private static readonly string[] Endings = ["iness", "ings", "ing", "ers", "er", "ies", "es", "ed", "y", "s", "e"];

    /// <summary>Whether a word of one text is of the same family as a word of the other.</summary>
    public static bool Share(string one, string other) => Roots(one).Intersect(Roots(other)).Any();

    private static IEnumerable<string> Roots(string text) =>
        text.ToLowerInvariant().Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(Root);

    private static string Root(string word)
    {
        var ending = Endings.FirstOrDefault(e => word.Length - e.Length >= 3 && word.EndsWith(e, StringComparison.Ordinal));
        return ending is null ? word : word[..^ending.Length];
    }
}
