namespace SkOrchestrator.Safety;

/// <summary>The words of the audit's <c>category</c> column and of its severity columns.</summary>
public static class CategoryWord
{
    /// <summary>Every severity is 0.</summary>
    public const string None = "none";

    /// <summary>An entry of the block list occurs.</summary>
    public const string Blocklist = "blocklist";

    /// <summary>A text is in a language that the classifier doesn't know.</summary>
    public const string UnscreenedLanguage = "unscreened_language";

    /// <summary>There is no usable answer of the classifier.</summary>
    public const string NotScreened = "not_screened";

    /// <summary>The word of a harm category.</summary>
    public static string Of(SafetyCategory category) => category switch
    {
        SafetyCategory.Hate => "hate",
        SafetyCategory.SelfHarm => "self_harm",
        SafetyCategory.Sexual => "sexual",
        SafetyCategory.Violence => "violence",
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "Not a harm category."),
    };
}
