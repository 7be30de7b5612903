using SkOrchestrator.Configuration;

namespace SkOrchestrator.Data.Segmentation;

/// <summary>A number: standardised, on the logarithmic scale when strongly skewed.</summary>
/// <param name="Column">How the column is configured.</param>
/// <param name="Field">Its name in the table <c>segment_input</c>.</param>
/// <param name="Missing">Customers without a value.</param>
/// <param name="Raw">Its moments as measured.</param>
/// <param name="Scaled">Its moments on the scale used in the distance.</param>
internal sealed record NumericFeature(ColumnOptions Column, string Field, long Missing, Moments Raw, Moments Scaled) : Feature(Column, Field, Missing)
{
    /// <summary>Skewness beyond which a number that is never negative goes on the logarithmic scale; an exponential distribution has 2.</summary>
    public const double StrongSkewness = 2;

    /// <summary>Whether the distance uses <c>ln(1 + x)</c>.</summary>
    public bool IsLogarithmic => Scaled.Expression != Raw.Expression;

    /// <inheritdoc/>
    public override bool Varies => Scaled.Deviation > 0;

    /// <inheritdoc/>
    public override IEnumerable<string> Encode()
    {
        var scale = SegmentationSql.Literal(Column.Weight / Scaled.Deviation);
        yield return $"coalesce(({Scaled.Expression} - {SegmentationSql.Literal(Scaled.Mean)}) * {scale}, 0)";
    }
}
