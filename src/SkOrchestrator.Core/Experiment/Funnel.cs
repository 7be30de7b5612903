namespace SkOrchestrator.Experiment;

/// <summary>Where the customers of the file went: <c>rows = rejected + loaded</c> and <c>loaded = assigned + excluded + held out</c>.</summary>
public sealed record Funnel
{
    /// <summary>Rows of the file.</summary>
    public long Rows { get; init; }

    /// <summary>Rows that could not be loaded, second rows of a customer id included.</summary>
    public long Rejected { get; init; }

    /// <summary>Customers loaded.</summary>
    public long Loaded { get; init; }

    /// <summary>Customers who left before assignment, by reason.</summary>
    public IReadOnlyDictionary<string, long> Excluded { get; init; } = new SortedDictionary<string, long>(StringComparer.Ordinal);

    /// <summary>Customers who are mailed nothing on purpose.</summary>
    public long HeldOut { get; init; }

    /// <summary>Customers assigned to an arm.</summary>
    public long Assigned { get; init; }
}
