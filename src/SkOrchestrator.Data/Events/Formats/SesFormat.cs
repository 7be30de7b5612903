using System.Text.Json;

namespace SkOrchestrator.Data.Events.Formats;

/// <summary>Amazon SES: event publishing and identity feedback, in an SNS envelope or as it is.</summary>
internal sealed class SesFormat : IEventFormat
{
    public string Name => "ses";

    public bool Recognises(JsonElement record) =>
        (record.Has("Type", JsonValueKind.String) && record.Get("TopicArn") is not null)
        || (record.Text("Type") == "Notification" && record.Has("Message", JsonValueKind.String))
        || (record.Has("mail", JsonValueKind.Object) && (record.Get("eventType") ?? record.Get("notificationType")) is not null);

    public IEnumerable<ProviderEvent> Read(JsonElement record)
    {
        if (record.Get("mail") is not null)
        {
            return ReadEvent(record, null);
        }

        if (record.Text("Type") != "Notification")
        {
            return [new ProviderEvent { RawType = record.Text("Type") }];
        }

        try
        {
            using var message = JsonDocument.Parse(record.Text("Message") ?? string.Empty);
            return message.RootElement.Get("mail") is null
                ? [Broken()]
                : [.. ReadEvent(message.RootElement, record.Text("MessageId"))];
        }
        catch (JsonException)
        {
            return [Broken()];
        }
    }

    private static ProviderEvent Broken() => new() { BrokenField = "Message", Expected = "an Amazon SES event as a JSON text" };

    private static IEnumerable<ProviderEvent> ReadEvent(JsonElement record, string? envelopeId)
    {
        var type = record.Text("eventType") ?? record.Text("notificationType");
        var mail = record.Get("mail");
        var (name, part, recipients) = Parts(type, record, mail.Get("destination").Texts());
        var (at, raw) = part.Time("timestamp");
        if (at is null && type == "Send")
        {
            (at, raw) = mail.Time("timestamp");
        }

        var single = new ProviderEvent
        {
            RawType = type,
            Name = name,
            At = at,
            RawTime = raw,
            Url = part.Text("link"),
            Agent = part.Text("userAgent"),
            IsHard = part.Text("bounceType") == "Permanent",
            EventId = envelopeId ?? part.Text("feedbackId"),
        };
        var destinations = mail.Get("destination").Texts().Count;
        if (destinations > 1 && name is EventName.Opened or EventName.Clicked or EventName.Unsubscribed)
        {
            return [single with { IsShared = destinations > 1, Recipient = recipients.FirstOrDefault(), Message = Argument(mail, "sko_message") }];
        }

        if (recipients.Count <= 1 && destinations <= 1)
        {
            return
            [
                single with
                {
                    Recipient = recipients.FirstOrDefault(), Message = Argument(mail, "sko_message"), Customer = Argument(mail, "sko_customer"),
                },
            ];
        }

        // the arguments belong to the mail, not to one of its recipients
        return recipients.Select(recipient => single with { Recipient = recipient });
    }

    private static (string? Name, JsonElement? Part, IReadOnlyList<string> Recipients) Parts(string? type, JsonElement record, IReadOnlyList<string> all)
    {
        var bounce = record.Get("bounce");
        var complaint = record.Get("complaint");
        var delivery = record.Get("delivery");
        return type switch
        {
            "Send" => (EventName.Sent, record.Get("send"), all),
            "Delivery" => (EventName.Delivered, delivery, Or(delivery.Get("recipients").Texts(), all)),
            "Bounce" => (EventName.Bounced, bounce, Or(bounce.Get("bouncedRecipients").Texts("emailAddress"), all)),
            "Complaint" => (EventName.Complained, complaint, Or(complaint.Get("complainedRecipients").Texts("emailAddress"), all)),
            "Open" => (EventName.Opened, record.Get("open"), all),
            "Click" => (EventName.Clicked, record.Get("click"), all),
            "Subscription" => (Leaves(record.Get("subscription")) ? EventName.Unsubscribed : null, record.Get("subscription"), all),
            "DeliveryDelay" => (EventName.Deferred, record.Get("deliveryDelay"), all),
            "Reject" => (EventName.Rejected, record.Get("reject"), all),
            "Rendering Failure" or "RenderingFailure" => (EventName.Failed, record.Get("failure"), all),
            _ => (null, null, all),
        };
    }

    /// <summary>Whether a change of preferences is not just a return.</summary>
    private static bool Leaves(JsonElement? subscription)
    {
        var preferences = subscription.Get("newTopicPreferences");
        var topics = preferences.Get("topicSubscriptionStatus").Texts("subscriptionStatus");
        return preferences.Get("unsubscribeAll")?.ValueKind != JsonValueKind.False
            || topics.Contains("OptOut", StringComparer.OrdinalIgnoreCase);
    }

    private static IReadOnlyList<string> Or(IReadOnlyList<string> some, IReadOnlyList<string> all) => some.Count > 0 ? some : all;

    /// <summary>A message tag (a list), or the header of that name, which may hold what a tag may not.</summary>
    private static string? Argument(JsonElement? mail, string name) => mail.Get("tags").Text(name) ?? Header(mail.Get("headers"), name);

    private static string? Header(JsonElement? headers, string name) => headers?.ValueKind != JsonValueKind.Array
        ? null
        : headers.Value.EnumerateArray()
            .Where(header => header.Text("name") is { } found && (Same(found, name) || Same(found, "X-" + name)))
            .Select(header => header.Text("value"))
            .FirstOrDefault();

    private static bool Same(string header, string name) => header.Replace('_', '-').Equals(name.Replace('_', '-'), StringComparison.OrdinalIgnoreCase);
}
