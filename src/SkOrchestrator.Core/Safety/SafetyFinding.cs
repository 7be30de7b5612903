namespace SkOrchestrator.Safety;

/// <summary>What the policy says about a screening; <see cref="SafetyGate"/> makes the verdict of it.</summary>
internal sealed record SafetyFinding
{
    public bool IsAllowed { get; init; }

    public bool NeedsReview { get; init; }

    public required string Category { get; init; }

    public int? Severity { get; init; }

    public int? Threshold { get; init; }

    public IReadOnlyDictionary<SafetyCategory, int> Severities { get; init; } = new Dictionary<SafetyCategory, int>();

    public string? Screen { get; init; }

    public required string Reason { get; init; }

    /// <summary>A block for want of a usable answer.</summary>
    public static SafetyFinding NotScreened(string reason, string? screen = null) =>
        new() { Category = CategoryWord.NotScreened, Reason = reason, Screen = screen };
}
