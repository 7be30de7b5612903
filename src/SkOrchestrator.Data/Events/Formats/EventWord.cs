using System.Globalization;

namespace SkOrchestrator.Data.Events.Formats;

/// <summary>The words of hand-made files.</summary>
internal static class EventWord
{
    private const decimal Largest = 1e12m;

    /// <summary>The event a word stands for, and whether a bounce of that name is for good; a plain bounce counts as one, because it is a guardrail.</summary>
    public static (string? Name, bool IsHard) Read(string? word) => word?.Trim().ToLowerInvariant() switch
    {
        "sent" or "send" or "processed" or "accepted" or "queued" => (EventName.Sent, false),
        "delivered" or "delivery" => (EventName.Delivered, false),
        "opened" or "open" => (EventName.Opened, false),
        "clicked" or "click" => (EventName.Clicked, false),
        "converted" or "conversion" or "convert" or "purchase" or "purchased" or "order" or "ordered" => (EventName.Converted, false),
        "bounced" or "bounce" or "hard_bounce" or "hard bounce" => (EventName.Bounced, true),
        "soft_bounce" or "soft bounce" or "blocked" => (EventName.Bounced, false),
        "complained" or "complaint" or "spam" or "spamreport" or "spam_complaint" => (EventName.Complained, false),
        "unsubscribed" or "unsubscribe" => (EventName.Unsubscribed, false),
        "deferred" => (EventName.Deferred, false),
        "rejected" or "dropped" => (EventName.Rejected, false),
        "failed" => (EventName.Failed, false),
        _ => (null, false),
    };

    /// <summary>An amount with a decimal point, or null.</summary>
    public static decimal? Money(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var value)
        && Math.Abs(value) < Largest
            ? value
            : null;
}
