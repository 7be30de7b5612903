namespace SkOrchestrator.Segmentation;

/// <summary>The directions of a feature; the direction of a category is its value.</summary>
public static class TraitName
{
    /// <summary>Above the average of all customers.</summary>
    public const string High = "high";

    /// <summary>Below the average of all customers.</summary>
    public const string Low = "low";

    /// <summary>More often yes than among all customers.</summary>
    public const string Yes = "yes";

    /// <summary>More often no than among all customers.</summary>
    public const string No = "no";
}
