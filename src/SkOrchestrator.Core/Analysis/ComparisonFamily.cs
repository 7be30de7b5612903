namespace SkOrchestrator.Analysis;

/// <summary>Which comparisons are corrected together.</summary>
internal enum ComparisonFamily
{
    /// <summary>All treatments as one, over all segments.</summary>
    AnyTreatment,

    /// <summary>Each treatment over all segments.</summary>
    Treatments,

    /// <summary>Each treatment in each segment; exploratory.</summary>
    Segments,
}
