using SkOrchestrator.Configuration;

namespace SkOrchestrator.Data.Segmentation;

/// <summary>A column of the customers as segmentation sees it.</summary>
/// <param name="Column">How the column is configured.</param>
/// <param name="Field">Its name in the table <c>segment_input</c>; made here, so it needs no quotes.</param>
/// <param name="Missing">Customers without a value.</param>
internal abstract record Feature(ColumnOptions Column, string Field, long Missing)
{
    /// <summary>Whether customers differ in it.</summary>
    public abstract bool Varies { get; }

    /// <summary>Whether it counts in the distance between customers.</summary>
    public bool CountsInDistance => Varies && Column.Weight > 0;

    /// <summary>
    /// One SQL expression per dimension of the distance, weight included. 0 is the average customer, and a missing value counts as that.
    /// </summary>
    public abstract IEnumerable<string> Encode();
}
