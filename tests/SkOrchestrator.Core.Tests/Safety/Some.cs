using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;
using SkOrchestrator.Messages;
using SkOrchestrator.Safety;

namespace SkOrchestrator.Core.Tests.Safety;

/// <summary>Makes the objects of the safety tests, so that a test states only what matters.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Instant = new(2026, 9, 1, 12, 30, 5, TimeSpan.Zero);

    public static BrandOptions Brand() => new()
    {
        Name = "Alder & Wren",
        SenderName = "Alder & Wren",
        SenderAddress = "hello@alderandwren.example",
        ReplyTo = "care@alderandwren.example",
        PostalAddress = "14 Mill Lane, Hebden Vale",
        UnsubscribeUrl = "https://alderandwren.example/unsubscribe",
        AllowedHosts = ["alderandwren.example"],
        DefaultCallToAction = new CallToAction("Visit the shop", "https://alderandwren.example/"),
        LegalFooter = "You asked for news.",
        SignOff = "The team",
        BannedPhrases = ["risk-free", "once in a lifetime"],
    };

    public static MessageVariant Variant(string subject = "Autumn trails", string preheader = "Boots for wet weather", string body = "Dry feet. [Source: Boots, Fit]") => new()
    {
        VariantId = new VariantId("segment-1.urgent"),
        SegmentId = new SegmentId("segment-1"),
        Arm = new ArmId("treatment-1"),
        Tone = "urgent",
        Subject = subject,
        Preheader = preheader,
        Body = body,
        CallToAction = new CallToAction("See the boots", "https://alderandwren.example/boots"),
        Model = "embedded composer",
        PromptName = "write",
        PromptSha256 = "",
        Prompt = "",
        ContentSha256 = ContentHash.Of(subject, preheader, body),
    };

    public static Dictionary<SafetyCategory, int> Severities(int hate = 0, int selfHarm = 0, int sexual = 0, int violence = 0) => new()
    {
        [SafetyCategory.Hate] = hate,
        [SafetyCategory.SelfHarm] = selfHarm,
        [SafetyCategory.Sexual] = sexual,
        [SafetyCategory.Violence] = violence,
    };

    public static SafetyThresholds Thresholds(int blockAt = 6, params string[] blocklist) => new()
    {
        Categories = Enum.GetValues<SafetyCategory>().ToDictionary(c => c, _ => new CategoryThreshold(blockAt)),
        Blocklist = blocklist,
    };

    public static SafetyVerdict Verdict(string variantId = "segment-1.urgent", bool isAllowed = true, string screen = "test screen") => new()
    {
        VariantId = new VariantId(variantId),
        IsAllowed = isAllowed,
        Category = isAllowed ? "none" : "hate",
        Severity = isAllowed ? 0 : 6,
        Threshold = isAllowed ? null : 6,
        Severities = Severities(hate: isAllowed ? 0 : 6),
        Screen = screen,
        Reason = "",
        ContentSha256 = new string('a', 64),
        At = Instant,
    };
}
