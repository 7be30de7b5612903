using System.Text.Json;

namespace SkOrchestrator.Data.Events.Formats;

/// <summary>Postmark webhooks: one object an event, told apart by <c>RecordType</c>.</summary>
internal sealed class PostmarkFormat : IEventFormat
{
    public string Name => "postmark";

    public bool Recognises(JsonElement record) => record.Has("RecordType", JsonValueKind.String);

    public IEnumerable<ProviderEvent> Read(JsonElement record)
    {
        var type = record.Text("RecordType");
        var (at, raw) = ((JsonElement?)record).Time("ReceivedAt", "DeliveredAt", "BouncedAt", "ChangedAt");
        var metadata = record.Get("Metadata");
        var reason = record.Text("SuppressionReason");
        var isLeaving = record.Get("SuppressSending")?.ValueKind != JsonValueKind.False && reason is null or "ManualSuppression";
        yield return new ProviderEvent
        {
            RawType = type == "SubscriptionChange" && !isLeaving ? $"{type}.{reason ?? "back"}" : type,
            Name = type switch
            {
                "Delivery" => EventName.Delivered,
                "Bounce" => EventName.Bounced,
                "Open" => EventName.Opened,
                "Click" => EventName.Clicked,
                "SpamComplaint" => EventName.Complained,
                "SubscriptionChange" when isLeaving => EventName.Unsubscribed,
                _ => null,
            },
            At = at,
            RawTime = raw,
            Recipient = record.Text("Recipient") ?? record.Text("Email"),
            Message = metadata.Text("sko_message"),
            Customer = metadata.Text("sko_customer"),
            Url = record.Text("OriginalLink"),
            Agent = record.Text("UserAgent"),
            IsHard = record.Text("Type") is "HardBounce" or "BadEmailAddress",
            EventId = record.Text("MessageID") is { } id ? $"{id}|{type}|{raw}|{record.Text("OriginalLink")}" : null,
        };
    }
}
