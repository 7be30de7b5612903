namespace SkOrchestrator.Data.Tables;

/// <summary>What came of reading a value.</summary>
internal enum MetricReading
{
    /// <summary>It is what was expected.</summary>
    Good,

    /// <summary>There is none.</summary>
    Empty,

    /// <summary>A number where a yes or no was expected: the column is probably a number per customer.</summary>
    OtherNumber,

    /// <summary>Something else.</summary>
    Unreadable,
}
