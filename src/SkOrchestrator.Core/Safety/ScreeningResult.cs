namespace SkOrchestrator.Safety;

/// <summary>What a classifier found over all texts of a request. Everything is nullable or false by default, so that silence denies.</summary>
public sealed record ScreeningResult
{
    /// <summary>The classifier that ran.</summary>
    public required string Screen { get; init; }

    /// <summary>Largest severity per category, 0–7; a category that is missing was not screened.</summary>
    public IReadOnlyDictionary<SafetyCategory, int> Severities { get; init; } = new Dictionary<SafetyCategory, int>();

    /// <summary>Entries of the block list that occur.</summary>
    public IReadOnlyList<string> BlocklistMatches { get; init; } = [];

    /// <summary>Set when a text is in a language that the classifier doesn't know; such a text is blocked.</summary>
    public string? UnscreenedLanguage { get; init; }

    /// <summary>Why there is no result, if the screening failed.</summary>
    public string? Failure { get; init; }
}
