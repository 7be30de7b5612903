namespace SkOrchestrator.Safety;

/// <summary>Turns what a classifier found into a finding. Order: unusable, unknown language, block list, severities.</summary>
internal sealed class SeverityPolicy
{
    private const int MaximumSeverity = 7;
    private static readonly SafetyCategory[] AllCategories = Enum.GetValues<SafetyCategory>();
    private readonly Dictionary<SafetyCategory, CategoryThreshold> _thresholds;

    public SeverityPolicy(SafetyThresholds thresholds)
    {
        _thresholds = AllCategories.ToDictionary(c => c, c => thresholds.Categories.GetValueOrDefault(c) ?? new CategoryThreshold());
        foreach (var (category, threshold) in _thresholds)
        {
            if (!InRange(threshold.BlockAt) || !InRange(threshold.ReviewAt))
            {
                throw new ArgumentOutOfRangeException(nameof(thresholds), threshold, $"The thresholds of {CategoryWord.Of(category)} must be 0–7.");
            }
        }
    }

    public SafetyFinding Judge(ScreeningResult? result, IReadOnlyList<string> blocklistMatches)
    {
        if (Fault(result) is { } fault)
        {
            return SafetyFinding.NotScreened(fault, ScreenOf(result));
        }

        var answer = result!;
        if (answer.UnscreenedLanguage is { } language)
        {
            return new SafetyFinding
            {
                Category = CategoryWord.UnscreenedLanguage,
                Reason = $"the classifier does not know the language: {language}",
                Screen = ScreenOf(answer),
            };
        }

        var severities = AllCategories.ToDictionary(c => c, c => answer.Severities[c]);
        string[] matches = [.. blocklistMatches.Concat(answer.BlocklistMatches).Distinct(StringComparer.OrdinalIgnoreCase)];
        return matches.Length == 0
            ? JudgeSeverities(severities) with { Screen = ScreenOf(answer) }
            : new SafetyFinding
            {
                Category = CategoryWord.Blocklist,
                Severities = severities,
                Reason = $"on the block list: {string.Join("; ", matches)}",
                Screen = ScreenOf(answer),
            };
    }

    private SafetyFinding JudgeSeverities(Dictionary<SafetyCategory, int> severities)
    {
        // MaxBy returns the first of equals: ties go in the order of the categories
        var worst = AllCategories.MaxBy(c => severities[c] - _thresholds[c].BlockAt);
        var (severity, threshold) = (severities[worst], _thresholds[worst].BlockAt);
        if (severity >= threshold)
        {
            return new SafetyFinding
            {
                Category = CategoryWord.Of(worst),
                Severity = severity,
                Threshold = threshold,
                Severities = severities,
                Reason = $"{CategoryWord.Of(worst)} has severity {severity}, blocked from {threshold} on",
            };
        }

        var clean = severities.Values.All(s => s == 0);
        return new SafetyFinding
        {
            IsAllowed = true,
            NeedsReview = AllCategories.Any(c => severities[c] >= _thresholds[c].ReviewAt),
            Category = clean ? CategoryWord.None : CategoryWord.Of(worst),
            Severity = severity,
            Threshold = clean ? null : threshold,
            Severities = severities,
            Reason = clean ? "every severity is 0" : "every severity is below its threshold",
        };
    }

    private static string? Fault(ScreeningResult? result)
    {
        if (result is null)
        {
            return "the classifier returned nothing";
        }

        if (result.Failure is { } failure)
        {
            return $"the classifier failed: {failure}";
        }

        if (result.UnscreenedLanguage is not null)
        {
            return null;
        }

        if (result.Severities is null || result.BlocklistMatches is null)
        {
            return "the classifier's answer is incomplete";
        }

        var missing = AllCategories.Where(c => !result.Severities.ContainsKey(c)).Select(CategoryWord.Of).ToArray();
        if (missing.Length > 0)
        {
            return $"not screened for {string.Join(", ", missing)}";
        }

        return result.Severities.Any(s => !Enum.IsDefined(s.Key) || !InRange(s.Value)) ? "a severity is not understood" : null;
    }

    private static string? ScreenOf(ScreeningResult? result) => string.IsNullOrWhiteSpace(result?.Screen) ? null : result.Screen;

    private static bool InRange(int severity) => severity is >= 0 and <= MaximumSeverity;
}
