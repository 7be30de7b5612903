using SkOrchestrator.Identity;

namespace SkOrchestrator.Safety;

/// <summary>The binding decision about one variant; one row of the audit. Only <c>SafetyGate</c> makes one.</summary>
public sealed record SafetyVerdict
{
    internal SafetyVerdict()
    {
    }

    /// <summary>The variant.</summary>
    public required VariantId VariantId { get; init; }

    /// <summary>Whether the variant may be sent. False unless everything was screened and is below its threshold.</summary>
    public bool IsAllowed { get; internal init; }

    /// <summary>Whether a person should look although it passed.</summary>
    public bool NeedsReview { get; internal init; }

    /// <summary>The worst category (largest severity − block_at), or <c>none</c>, <c>blocklist</c>, <c>unscreened_language</c>, <c>not_screened</c>.</summary>
    public required string Category { get; init; }

    /// <summary>Severity of that category, 0–7; null when not screened.</summary>
    public int? Severity { get; init; }

    /// <summary>Severity by category; a missing one was not screened.</summary>
    public required IReadOnlyDictionary<SafetyCategory, int> Severities { get; init; }

    /// <summary>The block threshold of that category; null where none applies.</summary>
    public int? Threshold { get; init; }

    /// <summary>The classifier that ran.</summary>
    public required string Screen { get; init; }

    /// <summary>The reason in a few words.</summary>
    public required string Reason { get; init; }

    /// <summary>Hash of the content that was judged.</summary>
    public required string ContentSha256 { get; init; }

    /// <summary>When it was decided, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary><c>pass</c> or <c>block</c>.</summary>
    public string Status => IsAllowed ? "pass" : "block";
}
