using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Events;

namespace SkOrchestrator.Data.Tests.Events;

public sealed class ProviderPayloadTests : IDisposable
{
    // 1795167000 is 2026-11-20T09:30:00Z
    private readonly FinishedCampaign _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_SendGrid_array_gives_each_event_its_name_and_cuts_queries()
    {
        var import = _run.Import(
            """
            [{"email":"ann@example.com","timestamp":1795167000,"smtp-id":"<1@ismtpd>","event":"processed","sg_event_id":"a0","sg_message_id":"m1.filter1"},
             {"email":"ANN@Example.com","timestamp":1795167001,"event":"delivered","category":["exp"],"sg_event_id":"a1==","sg_message_id":"m1.filter1","response":"250 OK","tls":1},
             {"email":"ann@example.com","timestamp":1795167060,"event":"open","sg_machine_open":true,"useragent":"Mozilla/5.0 (Macintosh)","ip":"192.0.2.9","sg_event_id":"a2"},
             {"email":"ann@example.com","timestamp":1795167090,"event":"click","url":"https://shop.example/x?utm_content=B#top","url_offset":{"index":0,"type":"html"},"useragent":"Mozilla/5.0 (Macintosh) Safari","sg_event_id":"a3"},
             {"email":"bob@example.com","timestamp":1795167002,"event":"bounce","type":"blocked","status":"5.1.1","reason":"550 no","sg_event_id":"b1"},
             {"email":"cy@example.com","timestamp":1795167003,"event":"bounce","type":"bounce","sg_event_id":"c1"},
             {"email":"dee@example.com","timestamp":1795167004,"event":"spamreport","sg_event_id":"d1"},
             {"email":"dee@example.com","timestamp":1795167005,"event":"group_unsubscribe","asm_group_id":10,"sg_event_id":"d2"},
             {"email":"dee@example.com","timestamp":1795167006,"event":"dropped","sg_event_id":"d3"},
             {"email":"dee@example.com","timestamp":1795167006,"event":"deferred","sg_event_id":"d4"},
             {"email":"dee@example.com","timestamp":1795167006,"event":"group_resubscribe","sg_event_id":"d5"}]
            """);

        Assert.Equal(
            [
                "ann sent 11-20T09:30:00", "ann delivered 11-20T09:30:01", "ann opened 11-20T09:31:00 machine",
                "ann clicked 11-20T09:31:30 https://shop.example/x", "bob bounced 11-20T09:30:02", "cy bounced 11-20T09:30:03 hard",
                "dee complained 11-20T09:30:04", "dee unsubscribed 11-20T09:30:05",
            ],
            _run.Events());
        var file = Assert.Single(import.Files);
        Assert.Equal(("events.json", "sendgrid", 11, 8, 8, 1), (file.File, file.Provider, file.Records, file.Matched, file.ByAddress, file.MachineOpens));
        Assert.Equal("deferred 1, rejected 1", Listed(file.UnusedTypes));
        Assert.Equal("group_resubscribe 1", Listed(file.UnknownTypes));
        Assert.Equal("0/2 1/2", _run.Successes(Metric.HardBounceRate));
        Assert.Equal("0/2 1/2", _run.Successes(Metric.ComplaintRate));
        Assert.Equal("0/2 1/2", _run.Successes(Metric.UnsubscribeRate));
        Assert.Equal("0/2 0/2", _run.Successes(Metric.OpenRate));
        Assert.Equal("1/2 0/2", _run.Successes(Metric.ClickRate));
    }

    [Fact]
    public void Amazon_SES_is_read_in_and_out_of_its_envelope()
    {
        var import = _run.Import(
            """
            {"Type":"SubscriptionConfirmation","MessageId":"0","TopicArn":"arn:aws:sns:x","Token":"t","Timestamp":"2026-11-20T09:00:00.000Z"}
            {"Type":"Notification","MessageId":"n1","TopicArn":"arn:aws:sns:x","Timestamp":"2026-11-20T09:14:05.675Z","Message":"{\"eventType\":\"Click\",\"click\":{\"ipAddress\":\"192.0.2.1\",\"link\":\"https://shop.example/x\",\"linkTags\":{\"cta\":[\"main\"]},\"timestamp\":\"2026-11-20T09:14:04.570Z\",\"userAgent\":\"Mozilla/5.0 (X11)\"},\"mail\":{\"timestamp\":\"2026-11-20T09:00:00.000Z\",\"messageId\":\"7c1-0\",\"destination\":[\"ann@example.com\"],\"tags\":{\"ses:configuration-set\":[\"o\"],\"sko_customer\":[\"ann\"]}}}\n"}
            {"eventType":"Send","send":{},"mail":{"timestamp":"2026-11-20T09:00:00.000Z","messageId":"s","destination":["bob@example.com"],"headers":[{"name":"X-SKO-Message","value":"autumn-1:cy"}]}}
            {"notificationType":"Bounce","bounce":{"bounceType":"Permanent","feedbackId":"f1","timestamp":"2026-11-20T09:01:00.000Z","bouncedRecipients":[{"emailAddress":"Bob <bob@example.com>"}]},"mail":{"messageId":"b","destination":["bob@example.com"]}}
            {"eventType":"Bounce","bounce":{"bounceType":"Transient","feedbackId":"f2","timestamp":"2026-11-20T09:01:00.000Z","bouncedRecipients":[{"emailAddress":"dee@example.com"}]},"mail":{"messageId":"b","destination":["dee@example.com"]}}
            {"eventType":"Complaint","complaint":{"feedbackId":"f3","timestamp":"2026-11-20T09:02:00.000Z","complainedRecipients":[{"emailAddress":"dee@example.com"}]},"mail":{"messageId":"b","destination":["dee@example.com"]}}
            {"eventType":"DeliveryDelay","deliveryDelay":{"timestamp":"2026-11-20T09:02:00.000Z"},"mail":{"messageId":"b","destination":["dee@example.com"]}}
            {"eventType":"Rendering Failure","failure":{"errorMessage":"x"},"mail":{"messageId":"b","destination":["dee@example.com"]}}
            {"eventType":"Subscription","subscription":{"timestamp":"2026-11-20T09:03:00.000Z","newTopicPreferences":{"unsubscribeAll":true}},"mail":{"messageId":"b","destination":["dee@example.com"]}}
            """);

        Assert.Equal(
            [
                "ann clicked 11-20T09:14:04 https://shop.example/x", "bob bounced 11-20T09:01:00 hard", "cy sent 11-20T09:00:00",
                "dee bounced 11-20T09:01:00", "dee complained 11-20T09:02:00", "dee unsubscribed 11-20T09:03:00",
            ],
            _run.Events());
        Assert.Equal("ses", import.Files[0].Provider);
        Assert.Equal("SubscriptionConfirmation 1", Listed(import.Files[0].UnknownTypes));
        Assert.Equal("deferred 1, failed 1", Listed(import.Files[0].UnusedTypes));
        Assert.Equal(4, import.Total.ByAddress);
    }

    [Fact]
    public void Mails_to_several_people_say_who_was_sent_to_but_not_who_clicked()
    {
        var import = _run.Import(
            """
            [{"eventType":"Send","send":{},"mail":{"timestamp":"2026-11-20T09:00:00Z","destination":["ann@example.com","cy@example.com"],"tags":{"sko_customer":["ann"]}}},
             {"eventType":"Click","click":{"timestamp":"2026-11-20T09:05:00Z","link":"https://shop.example/x"},"mail":{"destination":["ann@example.com","cy@example.com"],"tags":{"sko_customer":["ann"]}}},
             {"eventType":"Open","open":{"timestamp":"2026-11-20T09:05:00Z"},"mail":{"destination":["ann@example.com","cy@example.com"]}}]
            """);

        Assert.Equal(["ann sent 11-20T09:00:00", "cy sent 11-20T09:00:00"], _run.Events());
        Assert.Equal(2, import.Total.Shared);
        Assert.Contains(import.Warnings, warning => warning.StartsWith("2 events came from mails with several recipients", StringComparison.Ordinal));
    }

    [Fact]
    public void Mailgun_webhooks_follow_one_another_and_severity_tells_bounces_from_delays()
    {
        var import = _run.Import(
            """
            {"signature":{"timestamp":"1795167000","token":"t","signature":"s"},
             "event-data":{"event":"opened","id":"g1","timestamp":1795167600.089676,"recipient":"ann@example.com","tags":["exp"],"user-variables":{"sko_message":"autumn-1:cy"},
               "message":{"headers":{"message-id":"1@example.org"}},"ip":"192.0.2.2","client-info":{"client-type":"browser","user-agent":"Mozilla/5.0 (OS X)"}}}
            {"event-data":{"event":"failed","severity":"permanent","reason":"bounce","recipient":"bob@example.com","timestamp":1795167610.389832,"message":{"headers":{}}}}
            {"event-data":{"event":"failed","severity":"temporary","recipient":"dee@example.com","timestamp":1795167610.4}}
            {"event-data":{"event":"failed","severity":"permanent","reason":"suppress-bounce","recipient":"dee@example.com","timestamp":1795167610.4}}
            {"event-data":{"event":"opened","id":"g2","timestamp":1795167700.1,"recipient":"dee@example.com","client-info":{"bot":"apple","user-agent":"Mozilla/5.0 (x)"}}}
            """);

        Assert.Equal(["bob bounced 11-20T09:40:10 hard", "cy opened 11-20T09:40:00", "dee opened 11-20T09:41:40 machine"], _run.Events());
        Assert.Equal(("mailgun", "deferred 1, rejected 1"), (import.Files[0].Provider, Listed(import.Files[0].UnusedTypes)));
    }

    [Fact]
    public void Pages_of_the_Mailgun_events_API_are_lists_of_items()
    {
        var import = _run.Import(
            """
            {
              "items": [
                {"event":"accepted","id":"p1","timestamp":1795167000.5,"log-level":"info","recipient":"ann@example.com","message":{"headers":{"message-id":"1@x"}}},
                {"event":"clicked","id":"p2","timestamp":1795167100,"recipient":"ann@example.com","url":"https://shop.example/y","user-variables":{},"message":{}}
              ],
              "paging": {"next": "https://api.mailgun.net/v3/x/events/W3", "list": [1, 2]}
            }
            {"items":[{"event":"delivered","id":"p3","timestamp":1795167001,"recipient":"ann@example.com","message":{}}],"paging":{}}
            """);

        Assert.Equal(["ann sent 11-20T09:30:00", "ann delivered 11-20T09:30:01", "ann clicked 11-20T09:31:40 https://shop.example/y"], _run.Events());
        Assert.Empty(import.Problems);
    }

    [Fact]
    public void Postmark_has_seven_digits_offsets_and_a_field_for_each_time()
    {
        var import = _run.Import(
            """
            [{"RecordType":"Click","MessageID":"f1","Recipient":"ann@example.com","ReceivedAt":"2026-11-20T15:21:11.9065619Z","OriginalLink":"https://shop.example/z?a=1","Tag":"exp","Metadata":{"sko_message":"dee"},"UserAgent":"Mozilla/5.0 (x)","Platform":"Desktop"},
             {"RecordType":"Delivery","MessageID":"f2","Recipient":"ann@example.com","DeliveredAt":"2026-11-20T11:00:00.0000000+01:00"},
             {"RecordType":"Bounce","ID":4,"Type":"HardBounce","MessageID":"f3","Email":"bob@example.com","BouncedAt":"2026-11-20T10:00:00Z"},
             {"RecordType":"Bounce","ID":5,"Type":"SoftBounce","MessageID":"f4","Email":"cy@example.com","BouncedAt":"2026-11-20T10:00:00Z"},
             {"RecordType":"SpamComplaint","MessageID":"f5","Email":"cy@example.com","BouncedAt":"2026-11-20T10:00:01Z"},
             {"RecordType":"SubscriptionChange","MessageID":"f6","Recipient":"cy@example.com","ChangedAt":"2026-11-20T10:00:02Z","SuppressSending":true,"SuppressionReason":"ManualSuppression"},
             {"RecordType":"SubscriptionChange","MessageID":"f7","Recipient":"cy@example.com","ChangedAt":"2026-11-20T10:00:02Z","SuppressSending":true,"SuppressionReason":"HardBounce"}]
            """);

        Assert.Equal(
            [
                "ann delivered 11-20T10:00:00", "bob bounced 11-20T10:00:00 hard", "cy bounced 11-20T10:00:00", "cy complained 11-20T10:00:01",
                "cy unsubscribed 11-20T10:00:02", "dee clicked 11-20T15:21:11 https://shop.example/z",
            ],
            _run.Events());
        Assert.Equal(("postmark", "SubscriptionChange.HardBounce 1"), (import.Files[0].Provider, Listed(import.Files[0].UnknownTypes)));
    }

    [Fact]
    public void Resend_Brevo_and_our_own_JSON_are_known_too()
    {
        var key = Key("dee");
        _run.Engagement.ImportEvents(
            [
                _run.Write("r/resend.json", """{"type":"email.clicked","created_at":"2026-11-20T09:00:00Z","data":{"email_id":"r","to":["ann@example.com"],"click":{"link":"https://shop.example/r","timestamp":"2026-11-20T09:00:01Z","userAgent":"x"}}}"""),
                _run.Write("b/brevo.json", """{"event":"hard_bounce","email":"bob@example.com","ts_epoch":1795167000000,"message-id":"<m@x>"} {"event":"unique_proxy_open","email":"bob@example.com","ts_epoch":1795167000000,"message-id":"<m@x>"}"""),
                _run.Write("c/own.ndjson", $$"""{"event_id":"sg:1","source":"sendgrid","type":"clicked","ts":"2026-11-20T09:14:05Z","recipient_hash":"sha256:{{key}}","url":"https://shop.example/x","machine":false}"""),
            ],
            new EventRules());

        Assert.Equal(
            [
                "ann clicked 11-20T09:00:01 https://shop.example/r", "bob opened 11-20T09:30:00 machine", "bob bounced 11-20T09:30:00 hard",
                "dee clicked 11-20T09:14:05 https://shop.example/x",
            ],
            _run.Events());
    }

    private string Key(string customer)
    {
        using var run = new TestRun();
        run.Load($"customer_id,email\n{customer},{customer}@example.com\n", new ColumnOptions("email", ColumnRole.Email));
        return Assert.Single(run.Rows("select address_key from customers"));
    }

    private static string Listed(IReadOnlyDictionary<string, long> counts) => string.Join(", ", counts.Select(pair => $"{pair.Key} {pair.Value}"));
}
