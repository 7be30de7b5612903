namespace SkOrchestrator.Content;

/// <summary>Where a document stands in its approval.</summary>
public enum ContentStatus
{
    /// <summary>Not approved yet; also what a missing status means.</summary>
    Draft,

    /// <summary>Approved for use.</summary>
    Approved,

    /// <summary>Was approved and may not be used any more.</summary>
    Withdrawn,
}
