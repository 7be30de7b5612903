namespace SkOrchestrator.Configuration;

/// <summary>How p-values are corrected for several comparisons.</summary>
public enum CorrectionMethod
{
    /// <summary>Holm's step-down method: controls the family-wise error.</summary>
    Holm,

    /// <summary>Benjamini and Hochberg: controls the false discovery rate.</summary>
    BenjaminiHochberg,

    /// <summary>No correction.</summary>
    None,
}
