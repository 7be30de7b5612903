using System.Globalization;

namespace SkOrchestrator.Segmentation;

/// <summary>Writes the values of defining features, everywhere the same way: shares in whole percent, numbers with one decimal, small ones with two or more.</summary>
public static class FeatureText
{
    /// <summary>The value in the segment; for <see cref="TraitName.No"/> the share of those who answer no.</summary>
    public static string InSegment(DefiningFeature feature) => Value(feature, feature.SegmentValue);

    /// <summary>The value over all segmented customers; for <see cref="TraitName.No"/> the share of those who answer no.</summary>
    public static string Overall(DefiningFeature feature) => Value(feature, feature.OverallValue);

    private static string Value(DefiningFeature feature, double value) =>
        !feature.IsShare ? Number(value) : Percent(feature.Trait == TraitName.No ? 1 - value : value);

    private static string Number(double value)
    {
        var format = Math.Abs(value) switch { >= 100 => "0", >= 1 => "0.#", >= 0.01 => "0.##", _ => "0.####" };
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    private static string Percent(double share) => (100 * share).ToString("0", CultureInfo.InvariantCulture) + "%";
}
