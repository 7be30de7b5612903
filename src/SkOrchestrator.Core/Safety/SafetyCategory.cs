namespace SkOrchestrator.Safety;

/// <summary>The harm categories that are screened, in the order of the audit columns.</summary>
public enum SafetyCategory
{
    /// <summary>Hate.</summary>
    Hate,

    /// <summary>Self-harm.</summary>
    SelfHarm,

    /// <summary>Sexual content.</summary>
    Sexual,

    /// <summary>Violence.</summary>
    Violence,
}
