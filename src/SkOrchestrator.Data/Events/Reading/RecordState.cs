namespace SkOrchestrator.Data.Events.Reading;

/// <summary>What came of reading the next record.</summary>
internal enum RecordState
{
    /// <summary>A whole record.</summary>
    Whole,

    /// <summary>Something that is no record; reading went on behind it.</summary>
    Broken,

    /// <summary>The file ends in the middle.</summary>
    Cut,

    /// <summary>The file has ended.</summary>
    End,
}
