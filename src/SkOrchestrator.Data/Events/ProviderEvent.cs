namespace SkOrchestrator.Data.Events;

/// <summary>One event as a file tells it, in our words; it holds the address and lives only until it is matched.</summary>
internal sealed record ProviderEvent
{
    /// <summary>What the file calls it.</summary>
    public string? RawType { get; init; }

    /// <summary>One of <see cref="EventName"/>; null when nobody knows the type.</summary>
    public string? Name { get; init; }

    /// <summary>When, in UTC; null when the file says nothing usable.</summary>
    public DateTime? At { get; init; }

    /// <summary>The time as it stands in the file, for the diagnostic.</summary>
    public string? RawTime { get; init; }

    /// <summary>The address, or a customer id.</summary>
    public string? Recipient { get; init; }

    /// <summary>A keyed hash of the address, in place of one.</summary>
    public string? RecipientKey { get; init; }

    /// <summary>The custom argument <c>sko_message</c>: <c>RUN_ID:CUSTOMER_ID</c> or a customer id.</summary>
    public string? Message { get; init; }

    /// <summary>The custom argument <c>sko_customer</c>.</summary>
    public string? Customer { get; init; }

    /// <summary>The link that was followed, whole.</summary>
    public string? Url { get; init; }

    /// <summary>The program that opened or followed.</summary>
    public string? Agent { get; init; }

    /// <summary>Whether the file itself says that it was a program.</summary>
    public bool IsMachine { get; init; }

    /// <summary>Whether a bounce is for good.</summary>
    public bool IsHard { get; init; }

    /// <summary>The provider's id of the event.</summary>
    public string? EventId { get; init; }

    /// <summary>Money of a conversion.</summary>
    public decimal? Value { get; init; }

    /// <summary>Currency of the money, ISO 4217.</summary>
    public string? Currency { get; init; }

    /// <summary>Where the file says it has the event from; null = the file's own shape.</summary>
    public string? Source { get; init; }

    /// <summary>Whether several people got the mail, so that nobody knows who acted.</summary>
    public bool IsShared { get; init; }

    /// <summary>The field that can't be used, where the record is broken; null when it is whole.</summary>
    public string? BrokenField { get; init; }

    /// <summary>What stood there in place of it, in words; null = nothing.</summary>
    public string? Found { get; init; }

    /// <summary>What was expected there.</summary>
    public string? Expected { get; init; }
}
