namespace SkOrchestrator.Safety;

/// <summary>What <c>safety_thresholds.yaml</c> says. A category that is missing gets the strict default.</summary>
public sealed record SafetyThresholds
{
    /// <summary>Policy by category; all four are always present.</summary>
    public required IReadOnlyDictionary<SafetyCategory, CategoryThreshold> Categories { get; init; }

    /// <summary>Words and phrases that always block.</summary>
    public IReadOnlyList<string> Blocklist { get; init; } = [];

    /// <summary>Above Medium (severity 4–5) blocks, in every category.</summary>
    public static SafetyThresholds Default { get; } = new()
    {
        Categories = Enum.GetValues<SafetyCategory>().ToDictionary(c => c, _ => new CategoryThreshold()),
    };
}
