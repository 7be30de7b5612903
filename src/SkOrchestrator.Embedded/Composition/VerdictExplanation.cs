using System.Globalization;
using SkOrchestrator.Safety;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>Answers <see cref="TaskName.ExplainVerdict"/>: what the gate decided and why, in the verdict's own values.</summary>
internal static class VerdictExplanation
{
    /// <summary>One or two sentences.</summary>
    public static string Write(ExplainVerdictArguments arguments)
    {
        var verdict = arguments.Verdict;
        var slots = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["variant"] = verdict.VariantId.Value,
            ["category"] = verdict.Category.Replace('_', ' '),
            ["screen"] = verdict.Screen,
            ["reason"] = verdict.Reason.TrimEnd('.'),
        };
        if (verdict is { Severity: { } severity, Threshold: { } threshold })
        {
            slots["severity"] = severity.ToString(CultureInfo.InvariantCulture);
            slots["threshold"] = threshold.ToString(CultureInfo.InvariantCulture);
        }

        return new Wording(arguments.Phrases, verdict.VariantId.Value).Say([$"safety.verdict.{Kind(verdict)}"], slots, capitalise: false)
            ?? $"{verdict.VariantId.Value}: {verdict.Status}, {verdict.Reason}";
    }

    private static string Kind(SafetyVerdict verdict) => verdict switch
    {
        { IsAllowed: false, Severity: not null, Threshold: not null } => "block",
        { IsAllowed: false } => "block_reason",
        { NeedsReview: true, Severity: not null, Threshold: not null } => "pass_review",
        { Severity: > 0, Threshold: not null } => "pass",
        _ => "pass_clean",
    };
}
