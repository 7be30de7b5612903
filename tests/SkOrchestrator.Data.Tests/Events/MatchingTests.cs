using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Events;

namespace SkOrchestrator.Data.Tests.Events;

public sealed class MatchingTests : IDisposable
{
    private readonly FinishedCampaign _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void The_custom_argument_goes_before_the_address_and_another_run_is_not_ours()
    {
        var import = _run.Import(
            """
            [{"email":"ann@example.com","timestamp":1795167000,"event":"open","sg_event_id":"1","sko_message":"autumn-1:cy"},
             {"email":"ann@example.com","timestamp":1795167000,"event":"open","sg_event_id":"2","sko_message":"dee"},
             {"email":"ann@example.com","timestamp":1795167000,"event":"open","sg_event_id":"3","sko_message":"spring-9:ann"},
             {"email":"ann@example.com","timestamp":1795167000,"event":"open","sg_event_id":"4","sko_customer":"bob"},
             {"email":"ann@example.com","timestamp":1795167000,"event":"open","sg_event_id":"5","sko_message":"nobody"},
             {"email":"stranger@example.com","timestamp":1795167000,"event":"open","sg_event_id":"6"}]
            """);

        Assert.Equal(["ann opened 11-20T09:30:00", "bob opened 11-20T09:30:00", "cy opened 11-20T09:30:00", "dee opened 11-20T09:30:00"], _run.Events());
        Assert.Equal((6, 4, 1, 1, 1), (import.Total.Records, import.Total.Matched, import.Total.ByAddress, import.Total.OtherRun, import.Total.Unmatched));
    }

    [Fact]
    public void A_recipient_may_be_a_customer_id_and_columns_stand_in_any_order()
    {
        _run.Import(
            """
            event,value,timestamp_utc,recipient,url,variant,campaign note
            click,,2026-11-20 09:30:00,ann,https://shop.example/a,B,x
            purchase,12.50,2026-11-20T11:30:00+01:00,DEE@EXAMPLE.COM,,B,"two
            lines"
            soft_bounce,,1795167000,bob,,B,
            """, "events.csv");

        Assert.Equal(
            ["ann clicked 11-20T09:30:00 https://shop.example/a", "bob bounced 11-20T09:30:00", "dee converted 11-20T10:30:00 12.50"], _run.Events());
        Assert.Equal("0/2 12.5/2", _run.Successes(Metric.RevenuePerRecipient));
    }

    [Fact]
    public void A_runs_own_events_file_is_read_back_and_simulated_ones_are_pointed_out()
    {
        var import = _run.Import(
            """
            customer_id,event,timestamp,source,value,currency,url,event_id,machine,hard
            ann,sent,2026-11-20T09:00:00Z,simulated,,,,s1,false,
            ann,opened,2026-11-20T09:01:00Z,simulated,,,,s2,true,
            cy,bounced,2026-11-20T09:01:00Z,ses,,,,s3,false,false
            dee,bounced,2026-11-20T09:01:00Z,ses,,,,s4,false,true
            """, "events.csv");

        Assert.Equal(
            ["ann sent 11-20T09:00:00", "ann opened 11-20T09:01:00 machine", "cy bounced 11-20T09:01:00", "dee bounced 11-20T09:01:00 hard"], _run.Events());
        Assert.Equal(2, import.Total.Simulated);
        Assert.Contains("2 events came out of a simulation and say nothing of real customers.", import.Warnings);
    }

    [Fact]
    public void Excluded_and_held_out_customers_take_no_part_but_purchases_of_the_holdout_are_kept()
    {
        var import = _run.Import(
            """
            recipient,event,timestamp_utc,value
            ann,sent,2026-11-20T09:00:00Z,
            eve,clicked,2026-11-20T09:30:00Z,
            flo,clicked,2026-11-20T09:30:00Z,
            flo,converted,2026-11-20T09:40:00Z,20
            """, "events.csv");

        Assert.Equal((2, 2), (import.Total.Matched, import.Total.NotAssigned));
        Assert.Equal("0/2 0/2", _run.Successes(Metric.ConversionRate));
        Assert.Equal(
            ["segment-1 holdout conversion_rate 1 1", "segment-1 holdout revenue_per_recipient 1 20"],
            _run.Engagement.SummariseHoldout(FinishedCampaign.Week, FinishedCampaign.Later).Select(cell =>
                FormattableString.Invariant($"{cell.SegmentId} {cell.Arm} {cell.Metric} {cell.Count} {cell.Sum}")));
    }

    [Fact]
    public void What_happened_before_the_assignment_belongs_to_another_mail()
    {
        var import = _run.Import(
            "recipient,event,timestamp_utc\nann,clicked,2026-11-20T07:59:59Z\nann,clicked,2026-11-20T08:00:00Z\n", "events.csv");

        Assert.Equal((1, 1), (import.Total.Matched, import.Total.BeforeAssignment));
        Assert.Contains("1 event happened before the customer was assigned and does not count.", import.Warnings);
    }

    [Fact]
    public void Another_address_key_is_noticed_and_said()
    {
        using var engagement = RunEngagement.Open(_run.Folder, "another key");
        var path = _run.Write("e.json", """[{"email":"ann@example.com","timestamp":1795167000,"event":"open","sg_event_id":"1"}]""");
        var problem = FinishedCampaign.Refused(() => engagement.ImportEvents([path], new EventRules())).Diagnostics[0];

        Assert.Equal("EVT008", problem.Code);
        Assert.StartsWith("set SKO_ADDRESS_KEY to the value it had when the run was made", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_address_key_is_a_warning_where_other_events_match()
    {
        using var engagement = RunEngagement.Open(_run.Folder, "another key");
        var path = _run.Write(
            "e.json",
            """
            [{"email":"ann@example.com","timestamp":1795167000,"event":"open","sg_event_id":"1","sko_message":"autumn-1:ann"},
             {"email":"bob@example.com","timestamp":1795167000,"event":"open","sg_event_id":"2"}]
            """);

        Assert.Contains(engagement.ImportEvents([path], new EventRules()).Warnings, text => text.Contains("SKO_ADDRESS_KEY", StringComparison.Ordinal));
    }

    [Fact]
    public void Events_of_which_none_counts_are_refused_because_zeros_would_look_like_a_result()
    {
        var problem = FinishedCampaign.Refused(() => _run.Import("recipient,event,timestamp_utc\nzoe,clicked,2026-11-20T09:00:00Z\neve,clicked,2026-11-20T09:00:00Z\n", "events.csv")).Diagnostics[0];

        Assert.Equal("EVT009", problem.Code);
        Assert.StartsWith("2 events: 1 of nobody in the run, 0 of other runs, 1 of customers without an arm", problem.Found, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("NFR-7")]
    public void No_address_reaches_a_file_whatever_field_it_hides_in()
    {
        var import = _run.Import(
            """
            [{"email":"ann@example.com","timestamp":1795167000,"event":"click","sg_event_id":"ann@example.com","url":"https://shop.example/u/ann@example.com?mail=ann%40example.com"},
             {"email":"ann@example.com","timestamp":1795167001,"event":"click","sg_event_id":"2","url":"https://ann@shop.example/u/ann%40example.com"},
             {"email":"ann@example.com","timestamp":"born on 3 May 1961","event":"click","sg_event_id":"3"},
             {"email":"ann@example.com","timestamp":1795167001,"event":"ann@example.com","sg_event_id":"4"},
             {"email":"ann@example.com","timestamp":1795167001,"event":"+44 20 7946 0958","sg_event_id":"5"},
             {"email":"ann@example.com, "timestamp":1795167001}]
            """);

        Assert.Equal(["ann clicked 11-20T09:30:00 https://shop.example/", "ann clicked 11-20T09:30:01 https://shop.example/"], _run.Events());
        Assert.Equal(2, import.Total.UnknownTypes["(not shown)"]);
        var said = string.Join('\n', _run.AllWrittenText().Concat(import.Warnings).Concat(import.Problems.Select(problem => problem.ToString())).Concat(import.Total.UnknownTypes.Keys));
        Assert.DoesNotContain("@", said, StringComparison.Ordinal);
        Assert.DoesNotContain("%40", said, StringComparison.Ordinal);
        Assert.DoesNotContain("7946", said, StringComparison.Ordinal);
    }
}
