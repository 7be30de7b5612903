namespace SkOrchestrator.Data.Events;

/// <summary>What can happen to a mail, in one set of words for all providers.</summary>
public static class EventName
{
    /// <summary>Handed over to the mail tool.</summary>
    public const string Sent = "sent";

    /// <summary>Taken by the receiving server.</summary>
    public const string Delivered = "delivered";

    /// <summary>Opened, by a person or a program.</summary>
    public const string Opened = "opened";

    /// <summary>A link was followed, by a person or a program.</summary>
    public const string Clicked = "clicked";

    /// <summary>Bought, or did what the campaign is for.</summary>
    public const string Converted = "converted";

    /// <summary>Returned, for now or for good.</summary>
    public const string Bounced = "bounced";

    /// <summary>Reported as spam.</summary>
    public const string Complained = "complained";

    /// <summary>Left the list.</summary>
    public const string Unsubscribed = "unsubscribed";

    /// <summary>Delayed; the tool tries again.</summary>
    public const string Deferred = "deferred";

    /// <summary>Never sent: the mail tool refused it.</summary>
    public const string Rejected = "rejected";

    /// <summary>Never sent: it could not be made.</summary>
    public const string Failed = "failed";

    /// <summary>The events that are kept, in the order of a mail's life.</summary>
    public static IReadOnlyList<string> Kept { get; } = [Sent, Delivered, Opened, Clicked, Converted, Bounced, Complained, Unsubscribed];
}
