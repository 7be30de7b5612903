namespace SkOrchestrator.Analysis;

/// <summary>How a guardrail came out.</summary>
public static class GuardrailOutcome
{
    /// <summary>Shown to be within the margin.</summary>
    public const string Passed = "passed";

    /// <summary>Neither shown to be within the margin nor to be worse.</summary>
    public const string Unclear = "unclear";

    /// <summary>Worse than control beyond chance, though not beyond the margin.</summary>
    public const string Worse = "worse";

    /// <summary>Worse than control by more than the margin, beyond chance.</summary>
    public const string Harm = "harm";

    /// <summary>The hard limit of complaints is reached.</summary>
    public const string Stop = "stop";
}
