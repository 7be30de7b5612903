namespace SkOrchestrator.Messages;

/// <summary>What became of a variant.</summary>
public enum VariantStatus
{
    /// <summary>No accepted draft, or not screened: the default denies.</summary>
    Failed,

    /// <summary>Stopped by the safety gate; final.</summary>
    Blocked,

    /// <summary>Written, checked and passed by the safety gate.</summary>
    Approved,
}
