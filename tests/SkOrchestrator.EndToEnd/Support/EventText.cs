using System.Text.Json;
using System.Text.Json.Nodes;

namespace SkOrchestrator.EndToEnd.Support;

/// <summary>Events as the providers write them. Some tell whose they are by the address alone, some by the argument <c>sko_message</c>.</summary>
internal static class EventText
{
    private const string Browser = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36";

    public static string SendGrid(IEnumerable<MailEvent> events) => "[" + string.Join(",\n", events.Select(e => SendGridRecord(e).ToJsonString())) + "]\n";

    public static string SendGridLines(IEnumerable<MailEvent> events) => string.Concat(events.Select(e => SendGridRecord(e).ToJsonString() + "\n"));

    public static JsonObject SendGridRecord(MailEvent e)
    {
        var record = new JsonObject
        {
            ["email"] = e.Who.Email,
            ["timestamp"] = e.Seconds,
            ["event"] = e.Type switch
            {
                "sent" => "processed",
                "opened" => "open",
                "clicked" => "click",
                "bounced" or "blocked" => "bounce",
                "unsubscribed" => "group_unsubscribe",
                "complained" => "spamreport",
                _ => e.Type,
            },
            ["sg_event_id"] = e.Id,
            ["sg_message_id"] = $"{e.Who.Id}.filter0001",
            ["useragent"] = Browser,
        };
        if (e.Type is "bounced" or "blocked")
        {
            record["type"] = e.Type == "bounced" ? "bounce" : "blocked";
        }

        if (e.Link is not null)
        {
            record["url"] = e.Link;
        }

        return record;
    }

    /// <summary>Amazon SES, each event in an SNS envelope.</summary>
    public static string Ses(IEnumerable<MailEvent> events) => string.Concat(events.Select(e => Ses(e).ToJsonString() + "\n"));

    /// <summary>Mailgun, each event as its webhook sends it.</summary>
    public static string Mailgun(IEnumerable<MailEvent> events, string runId) => string.Concat(events.Select(e => Mailgun(e, runId).ToJsonString() + "\n"));

    /// <summary>Postmark, which does not tell of sending.</summary>
    public static string Postmark(IEnumerable<MailEvent> events, string runId) =>
        JsonSerializer.Serialize(events.Where(e => e.Type != "sent").Select(e => Postmark(e, runId)));

    public static string Csv(IEnumerable<MailEvent> events) =>
        "recipient,event,timestamp_utc,url\n" + string.Concat(events.Select(e => $"{e.Who.Email},{e.Type},{e.Time},{e.Link}\n"));

    private static JsonObject Ses(MailEvent e)
    {
        var (type, part) = e.Type switch
        {
            "sent" => ("Send", "send"),
            "delivered" => ("Delivery", "delivery"),
            "opened" => ("Open", "open"),
            "clicked" => ("Click", "click"),
            "bounced" => ("Bounce", "bounce"),
            "unsubscribed" => ("Subscription", "subscription"),
            _ => ("Complaint", "complaint"),
        };
        var detail = new JsonObject { ["timestamp"] = e.Time, ["userAgent"] = Browser };
        if (e.Link is not null)
        {
            detail["link"] = e.Link;
        }

        if (e.Type == "bounced")
        {
            detail["bounceType"] = "Permanent";
            detail["bouncedRecipients"] = new JsonArray(new JsonObject { ["emailAddress"] = e.Who.Email });
        }

        if (e.Type == "unsubscribed")
        {
            detail["newTopicPreferences"] = new JsonObject { ["unsubscribeAll"] = true };
        }

        var message = new JsonObject
        {
            ["eventType"] = type,
            [part] = detail,
            ["mail"] = new JsonObject { ["timestamp"] = e.Time, ["destination"] = new JsonArray(e.Who.Email), ["tags"] = new JsonObject { ["sko_customer"] = new JsonArray(e.Who.Id) } },
        };
        return new()
        {
            ["Type"] = "Notification",
            ["MessageId"] = e.Id,
            ["TopicArn"] = "arn:aws:sns:eu-west-1:123456789012:mail",
            ["Message"] = message.ToJsonString(),
            ["Timestamp"] = e.Time,
        };
    }

    private static JsonObject Mailgun(MailEvent e, string runId)
    {
        var data = new JsonObject
        {
            ["event"] = e.Type switch { "sent" => "accepted", "bounced" => "failed", _ => e.Type },
            ["id"] = e.Id,
            ["timestamp"] = e.Seconds + 0.25,
            ["recipient"] = e.Who.Email,
            ["user-variables"] = new JsonObject { ["sko_message"] = $"{runId}:{e.Who.Id}" },
            ["client-info"] = new JsonObject { ["user-agent"] = Browser },
        };
        if (e.Link is not null)
        {
            data["url"] = e.Link;
        }

        if (e.Type == "bounced")
        {
            data["severity"] = "permanent";
            data["reason"] = "bounce";
        }

        return new() { ["signature"] = new JsonObject { ["token"] = "x" }, ["event-data"] = data };
    }

    private static JsonObject Postmark(MailEvent e, string runId)
    {
        var (type, time) = e.Type switch
        {
            "delivered" => ("Delivery", "DeliveredAt"),
            "opened" => ("Open", "ReceivedAt"),
            "clicked" => ("Click", "ReceivedAt"),
            "bounced" => ("Bounce", "BouncedAt"),
            "unsubscribed" => ("SubscriptionChange", "ChangedAt"),
            _ => ("SpamComplaint", "BouncedAt"),
        };
        var record = new JsonObject
        {
            ["RecordType"] = type,
            ["MessageID"] = $"{e.Who.Id}-mail",
            ["Recipient"] = e.Who.Email,
            [time] = e.Time,
            ["Metadata"] = new JsonObject { ["sko_message"] = $"{runId}:{e.Who.Id}" },
            ["UserAgent"] = Browser,
        };
        if (e.Link is not null)
        {
            record["OriginalLink"] = e.Link;
        }

        if (e.Type == "bounced")
        {
            record["Type"] = "HardBounce";
        }

        if (e.Type == "unsubscribed")
        {
            record["SuppressSending"] = true;
            record["SuppressionReason"] = "ManualSuppression";
        }

        return record;
    }
}
