namespace SkOrchestrator.Configuration;

/// <summary>The metrics of a campaign run.</summary>
public static class Metric
{
    /// <summary>Share of assigned customers who opened.</summary>
    public const string OpenRate = "open_rate";

    /// <summary>Share of assigned customers who clicked.</summary>
    public const string ClickRate = "click_rate";

    /// <summary>Share of assigned customers who converted.</summary>
    public const string ConversionRate = "conversion_rate";

    /// <summary>Revenue per assigned customer, zeros included.</summary>
    public const string RevenuePerRecipient = "revenue_per_recipient";

    /// <summary>Share of assigned customers who unsubscribed.</summary>
    public const string UnsubscribeRate = "unsubscribe_rate";

    /// <summary>Share of assigned customers who complained.</summary>
    public const string ComplaintRate = "complaint_rate";

    /// <summary>Share of assigned customers whose mail bounced for good.</summary>
    public const string HardBounceRate = "hard_bounce_rate";

    /// <summary>Rates that must not get worse.</summary>
    public static IReadOnlyList<string> Guardrails { get; } = [UnsubscribeRate, ComplaintRate, HardBounceRate];

    /// <summary>All metrics, in report order.</summary>
    public static IReadOnlyList<string> All { get; } = [OpenRate, ClickRate, ConversionRate, RevenuePerRecipient];

    /// <summary>Whether the metric is a number per customer and not a yes or no.</summary>
    public static bool IsNumeric(string metric) => metric == RevenuePerRecipient;
}
