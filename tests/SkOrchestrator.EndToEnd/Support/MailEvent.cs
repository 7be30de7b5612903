namespace SkOrchestrator.EndToEnd.Support;

/// <summary>Something that happened to a mail: sent, delivered, opened, clicked, bounced (for good), blocked (for now), unsubscribed or complained.</summary>
/// <param name="Who">The customer.</param>
/// <param name="Type">What happened.</param>
/// <param name="At">When, in UTC, whole seconds.</param>
/// <param name="Link">The link that was followed.</param>
internal sealed record MailEvent(Recipient Who, string Type, DateTime At, string? Link = null)
{
    /// <summary>The name that a provider gives the event.</summary>
    public string Id => FormattableString.Invariant($"{Type}-{Who.Id}-{At:yyyyMMddHHmmss}");

    /// <summary>The time as seconds since 1970.</summary>
    public long Seconds => new DateTimeOffset(At).ToUnixTimeSeconds();

    /// <summary>The time as ISO 8601.</summary>
    public string Time => FormattableString.Invariant($"{At:yyyy-MM-ddTHH:mm:ssZ}");
}
