using SkOrchestrator.Configuration;

namespace SkOrchestrator.Data.Segmentation;

/// <summary>Yes or no: a customer with yes and one with no are one weight apart, as two categories are.</summary>
/// <param name="Column">How the column is configured.</param>
/// <param name="Field">Its name in the table <c>segment_input</c>.</param>
/// <param name="Missing">Customers without a value.</param>
/// <param name="Yes">Customers with yes.</param>
/// <param name="No">Customers with no.</param>
internal sealed record BooleanFeature(ColumnOptions Column, string Field, long Missing, long Yes, long No) : Feature(Column, Field, Missing)
{
    /// <summary>Share of yes among the customers with a value.</summary>
    public double Share => Yes + No == 0 ? 0 : (double)Yes / (Yes + No);

    /// <inheritdoc/>
    public override bool Varies => Yes > 0 && No > 0;

    /// <inheritdoc/>
    public override IEnumerable<string> Encode()
    {
        yield return $"coalesce(({Field}::INTEGER - {SegmentationSql.Literal(Share)}) * {SegmentationSql.Literal(Column.Weight)}, 0)";
    }
}
