using System.Runtime.CompilerServices;
using SkOrchestrator.Messages;
using SkOrchestrator.Safety;

namespace SkOrchestrator.Reporting.Tests.Fixtures;

/// <summary>Verdicts and approvals for tests. In the product only the safety gate can make them, so their doors are opened here by force.</summary>
internal static class Verdicts
{
    public const string Screen = "embedded-lexicon/1 (not Azure AI Content Safety)";

    public static SafetyVerdict Pass(MessageVariant variant, bool needsReview = false)
    {
        var verdict = Of(variant, "none", 0, "nothing found");
        Allowed(verdict) = true;
        Review(verdict) = needsReview;
        return verdict;
    }

    public static SafetyVerdict Block(MessageVariant variant, string category, int severity, string reason) => Of(variant, category, severity, reason);

    public static ApprovedVariant Approve(MessageVariant variant) => NewApproved(variant, Pass(variant));

    private static SafetyVerdict Of(MessageVariant variant, string category, int severity, string reason) => NewVerdict() with
    {
        VariantId = variant.VariantId,
        Category = category,
        Severity = severity,
        Severities = Enum.GetValues<SafetyCategory>().ToDictionary(c => c, c => c.ToString().Equals(category, StringComparison.OrdinalIgnoreCase) ? severity : 0),
        Threshold = 6,
        Screen = Screen,
        Reason = reason,
        ContentSha256 = variant.ContentSha256,
        At = Some.StartedAt,
    };

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern SafetyVerdict NewVerdict();

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern ApprovedVariant NewApproved(MessageVariant variant, SafetyVerdict verdict);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<IsAllowed>k__BackingField")]
    private static extern ref bool Allowed(SafetyVerdict verdict);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<NeedsReview>k__BackingField")]
    private static extern ref bool Review(SafetyVerdict verdict);
}
