namespace SkOrchestrator.Configuration;

/// <summary>How one column of the customer file is used.</summary>
/// <param name="Column">The column name as in the file.</param>
/// <param name="Role">What it is for.</param>
public sealed record ColumnOptions(string Column, ColumnRole Role)
{
    /// <summary>Feature weight in the distance between customers; 1 is neutral, 0 keeps the feature for the profile only.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>The feature in words; the column name with blanks when not given.</summary>
    public string Name { get; init; } = Column.Replace('_', ' ');

    /// <summary>The metric that a label or baseline column stands for.</summary>
    public string? Metric { get; init; }

    /// <summary>Words by direction: <c>high</c> and <c>low</c>, <c>yes</c> and <c>no</c>, or a category value.</summary>
    public IReadOnlyDictionary<string, TraitWords> Traits { get; init; } = new Dictionary<string, TraitWords>();
}
