using SkOrchestrator.Messages;

namespace SkOrchestrator.Safety;

/// <summary>A variant that the safety gate let pass. Nothing else can make one, and only these are assigned to customers.</summary>
public sealed record ApprovedVariant
{
    internal ApprovedVariant(MessageVariant variant, SafetyVerdict verdict)
    {
        Variant = variant;
        Verdict = verdict;
    }

    /// <summary>The message.</summary>
    public MessageVariant Variant { get; }

    /// <summary>The verdict that lets it pass.</summary>
    public SafetyVerdict Verdict { get; }
}
