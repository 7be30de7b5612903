using SkOrchestrator.Embedded.Screening;
using SkOrchestrator.Identity;
using SkOrchestrator.Safety;

namespace SkOrchestrator.Embedded.Tests.Screening;

/// <summary>Asks the embedded screen about one text.</summary>
internal static class Screen
{
    public static async Task<ScreeningResult> ResultAsync(string text, params string[] blocklist) => await new LexiconClassifier()
        .ScreenAsync(new ScreeningRequest(new VariantId("control"), [new ScreenedText("body", text)], blocklist), CancellationToken.None);

    public static async Task<int> SeverityAsync(SafetyCategory category, string text)
    {
        var result = await ResultAsync(text);
        Assert.Null(result.Failure);
        Assert.Null(result.UnscreenedLanguage);
        return result.Severities[category];
    }

    public static async Task<int> WorstAsync(string text)
    {
        var result = await ResultAsync(text);
        Assert.Null(result.Failure);
        Assert.Null(result.UnscreenedLanguage);
        return result.Severities.Values.Max();
    }
}
