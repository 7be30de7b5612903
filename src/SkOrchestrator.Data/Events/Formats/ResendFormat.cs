using System.Text.Json;

namespace SkOrchestrator.Data.Events.Formats;

/// <summary>Resend webhooks: a type such as <c>email.clicked</c> and its data.</summary>
internal sealed class ResendFormat : IEventFormat
{
    public string Name => "resend";

    public bool Recognises(JsonElement record) =>
        record.Text("type")?.StartsWith("email.", StringComparison.Ordinal) == true && record.Has("data", JsonValueKind.Object);

    public IEnumerable<ProviderEvent> Read(JsonElement record)
    {
        var type = record.Text("type");
        var data = record.Get("data");
        var click = data.Get("click");
        var (at, raw) = click.Time("timestamp");
        if (at is null)
        {
            (at, raw) = ((JsonElement?)record).Time("created_at");
        }

        var name = type switch
        {
            "email.sent" => EventName.Sent,
            "email.delivered" => EventName.Delivered,
            "email.delivery_delayed" => EventName.Deferred,
            "email.bounced" => EventName.Bounced,
            "email.failed" => EventName.Failed,
            "email.opened" => EventName.Opened,
            "email.clicked" => EventName.Clicked,
            "email.complained" => EventName.Complained,
            _ => null,
        };
        var recipients = data.Get("to").Texts();
        var single = new ProviderEvent
        {
            RawType = type,
            Name = name,
            At = at,
            RawTime = raw,
            Url = click.Text("link"),
            Agent = click.Text("userAgent"),
            IsHard = data.Get("bounce").Text("type") is null or "Permanent",
        };
        if (recipients.Count > 1)
        {
            return name is EventName.Opened or EventName.Clicked
                ? [single with { IsShared = true, Recipient = recipients[0] }]
                : recipients.Select(recipient => single with { Recipient = recipient });
        }

        var tags = data.Get("tags");
        return [single with { Recipient = recipients.FirstOrDefault(), Message = tags.Text("sko_message"), Customer = tags.Text("sko_customer") }];
    }
}
