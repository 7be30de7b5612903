using System.Text.Json;

namespace SkOrchestrator.Data.Events.Formats;

/// <summary>The SendGrid event webhook: flat objects in an array, custom arguments among the other keys.</summary>
internal sealed class SendGridFormat : IEventFormat
{
    public string Name => "sendgrid";

    public bool Recognises(JsonElement record) =>
        record.Has("event", JsonValueKind.String)
        && (record.Get("sg_event_id") is not null || record.Get("sg_message_id") is not null
            || (record.Get("email") is not null && record.Get("timestamp") is not null && record.Get("ts_epoch") is null && record.Get("message-id") is null));

    public IEnumerable<ProviderEvent> Read(JsonElement record)
    {
        var type = record.Text("event");
        var (at, raw) = ((JsonElement?)record).Time("timestamp");
        yield return new ProviderEvent
        {
            RawType = type,
            Name = type switch
            {
                "processed" => EventName.Sent,
                "delivered" => EventName.Delivered,
                "deferred" => EventName.Deferred,
                "bounce" or "blocked" => EventName.Bounced,
                "dropped" => EventName.Rejected,
                "open" => EventName.Opened,
                "click" => EventName.Clicked,
                "spamreport" => EventName.Complained,
                "unsubscribe" or "group_unsubscribe" => EventName.Unsubscribed,
                _ => null,
            },
            At = at,
            RawTime = raw,
            Recipient = record.Text("email"),
            Message = record.Text("sko_message"),
            Customer = record.Text("sko_customer"),
            Url = record.Text("url"),
            Agent = record.Text("useragent"),
            IsMachine = record.IsTrue("sg_machine_open") || record.Text("sg_machine_open") is "true" or "True",
            IsHard = type == "bounce" && record.Text("type") != "blocked",
            EventId = record.Text("sg_event_id"),
        };
    }
}
