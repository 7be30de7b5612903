namespace SkOrchestrator.Planning;

/// <summary>What can be expected of a verdict on a metric.</summary>
public enum MetricOutlook
{
    /// <summary>The smallest effect that matters is found with 80 % power or more.</summary>
    Enough,

    /// <summary>Large effects are found, the smallest one that matters probably not.</summary>
    Weak,

    /// <summary>Even a doubled rate would probably be missed: a verdict would be refused.</summary>
    TooSmall,

    /// <summary>Nothing is known of control, so nothing can be said.</summary>
    Unknown,
}
