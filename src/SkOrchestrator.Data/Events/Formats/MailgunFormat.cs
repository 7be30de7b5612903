using System.Text.Json;

namespace SkOrchestrator.Data.Events.Formats;

/// <summary>Mailgun: webhook objects with <c>event-data</c>, and the items of its events API.</summary>
internal sealed class MailgunFormat : IEventFormat
{
    public string Name => "mailgun";

    public bool Recognises(JsonElement record) =>
        record.Has("event-data", JsonValueKind.Object)
        || (record.Has("event", JsonValueKind.String) && record.Get("timestamp") is not null && record.Get("email") is null
            && (record.Has("message", JsonValueKind.Object) || record.Has("user-variables", JsonValueKind.Object) || record.Get("log-level") is not null));

    public IEnumerable<ProviderEvent> Read(JsonElement record)
    {
        var data = record.Get("event-data") ?? record;
        var type = data.Text("event");
        var (at, raw) = ((JsonElement?)data).Time("timestamp");
        var variables = data.Get("user-variables");
        var client = data.Get("client-info");
        var isTemporary = data.Text("severity") == "temporary";
        var wasHeldBack = data.Text("reason")?.StartsWith("suppress-", StringComparison.Ordinal) == true;
        yield return new ProviderEvent
        {
            RawType = type,
            Name = type switch
            {
                "accepted" => EventName.Sent,
                "delivered" => EventName.Delivered,
                "failed" when isTemporary => EventName.Deferred,
                "failed" when wasHeldBack => EventName.Rejected,
                "failed" => EventName.Bounced,
                "rejected" => EventName.Rejected,
                "opened" => EventName.Opened,
                "clicked" => EventName.Clicked,
                "complained" => EventName.Complained,
                "unsubscribed" => EventName.Unsubscribed,
                _ => null,
            },
            At = at,
            RawTime = raw,
            Recipient = data.Text("recipient"),
            Message = variables.Text("sko_message"),
            Customer = variables.Text("sko_customer"),
            Url = data.Text("url"),
            Agent = client.Text("user-agent"),
            IsMachine = client.Text("bot") is { Length: > 0 },
            IsHard = type == "failed",
            EventId = data.Text("id"),
        };
    }
}
