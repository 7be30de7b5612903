using System.Text.Json;

namespace SkOrchestrator.Data.Events.Formats;

/// <summary>Brevo webhooks: flat objects whose time is <c>ts_epoch</c> in milliseconds.</summary>
internal sealed class BrevoFormat : IEventFormat
{
    public string Name => "brevo";

    public bool Recognises(JsonElement record) =>
        record.Has("event", JsonValueKind.String) && record.Get("email") is not null
        && (record.Get("ts_epoch") is not null || record.Get("ts_event") is not null || record.Get("message-id") is not null);

    public IEnumerable<ProviderEvent> Read(JsonElement record)
    {
        var type = record.Text("event");
        var (at, raw) = ((JsonElement?)record).Time("ts_epoch", "ts_event", "ts");
        yield return new ProviderEvent
        {
            RawType = type,
            Name = type switch
            {
                "request" => EventName.Sent,
                "delivered" => EventName.Delivered,
                "deferred" => EventName.Deferred,
                "hard_bounce" or "soft_bounce" => EventName.Bounced,
                "blocked" or "invalid_email" => EventName.Rejected,
                "error" => EventName.Failed,
                "opened" or "unique_opened" or "proxy_open" or "unique_proxy_open" => EventName.Opened,
                "click" => EventName.Clicked,
                "spam" => EventName.Complained,
                "unsubscribed" => EventName.Unsubscribed,
                _ => null,
            },
            At = at,
            RawTime = raw,
            Recipient = record.Text("email"),
            Message = record.Text("sko_message"),
            Customer = record.Text("sko_customer"),
            Url = record.Text("link"),
            Agent = record.Text("user_agent"),
            IsMachine = type is "proxy_open" or "unique_proxy_open",
            IsHard = type == "hard_bounce",
        };
    }
}
