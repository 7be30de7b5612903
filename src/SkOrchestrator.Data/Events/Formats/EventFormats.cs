using System.Text.Json;

namespace SkOrchestrator.Data.Events.Formats;

/// <summary>The shapes of JSON records that are known, the most telling first.</summary>
internal static class EventFormats
{
    /// <summary>All shapes in words, for a file that has none of them.</summary>
    public const string Known =
        "SendGrid (event, email, timestamp), Amazon SES (an SNS notification, or eventType and mail), Mailgun (event-data, or items), Postmark (RecordType), "
        + "Resend (type email.…, data), Brevo (event, email, ts_epoch), one JSON object an event (type, ts, recipient_hash), "
        + "or CSV with recipient (or customer_id), event and timestamp_utc (or timestamp)";

    private static readonly IEventFormat[] All =
        [new PostmarkFormat(), new SesFormat(), new ResendFormat(), new MailgunFormat(), new BrevoFormat(), new SendGridFormat(), new CanonicalFormat()];

    public static IEventFormat? Of(JsonElement record) => All.FirstOrDefault(format => format.Recognises(record));

    /// <summary>The provider's own way to write its name.</summary>
    public static string Title(string name) => name switch
    {
        "sendgrid" => "SendGrid",
        "ses" => "Amazon SES",
        "mailgun" => "Mailgun",
        "postmark" => "Postmark",
        "resend" => "Resend",
        "brevo" => "Brevo",
        _ => name,
    };
}
