using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Events;

namespace SkOrchestrator.Data.Tests.Events;

public sealed class JudgingTests : IDisposable
{
    private readonly FinishedCampaign _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("Mozilla/5.0", true)]
    [InlineData("Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)", true)]
    [InlineData("YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html", true)]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15", false)]
    public void Opens_by_proxies_are_not_by_people(string agent, bool isMachine)
    {
        var import = _run.Import($$"""[{"email":"ann@example.com","timestamp":1795167000,"event":"open","useragent":"{{agent}}","sg_event_id":"1"}]""");

        Assert.Equal(isMachine ? 1 : 0, import.Total.MachineOpens);
        Assert.Equal(isMachine ? "0/2 0/2" : "1/2 0/2", _run.Successes(Metric.OpenRate));
    }

    [Fact]
    public void Three_links_within_ten_seconds_are_followed_by_a_scanner()
    {
        var import = _run.Import(Clicks("ann 0 a", "ann 5 b", "ann 10 c", "ann 60 a", "cy 0 a", "cy 6 b", "cy 11 c", "dee 0 a", "dee 1 a", "dee 2 b"), "events.csv");

        Assert.Equal(3, import.Total.ScannerClicks);
        Assert.Equal(["09:30:00", "09:30:05", "09:30:10"], _run.Events().Where(line => line.EndsWith("machine", StringComparison.Ordinal)).Select(line => line[18..26]));
        Assert.Equal("1/2 2/2", _run.Successes(Metric.ClickRate));
    }

    [Fact]
    public void Two_links_within_five_seconds_of_delivery_are_too_fast_for_a_reader()
    {
        var import = _run.Import(
            Clicks("ann 2 a", "ann 5 b", "ann 6 a", "bob 2 a", "bob 6 b") + "ann,delivered,2026-11-20T09:30:00Z,\nbob,delivered,2026-11-20T09:30:00Z,\n", "events.csv");

        Assert.Equal(2, import.Total.ScannerClicks);
    }

    [Fact]
    public void A_known_scanner_is_one_at_its_first_click()
    {
        var import = _run.Import(
            """[{"email":"ann@example.com","timestamp":1795167000,"event":"click","useragent":"Barracuda Sentinel (EE)","url":"https://shop.example/a","sg_event_id":"1"}]""");

        Assert.Equal(1, import.Total.ScannerClicks);
    }

    [Fact]
    public void The_unsubscribe_link_is_no_click_but_helps_to_know_a_scanner()
    {
        var import = _run.Import(
            """
            recipient,event,timestamp_utc,url
            ann,clicked,2026-11-20T09:30:00Z,https://SHOP.example/preferences/unsubscribe/?c=1
            bob,clicked,2026-11-20T09:30:00Z,https://shop.example/preferences
            cy,clicked,2026-11-20T09:30:00Z,https://shop.example/a
            cy,clicked,2026-11-20T09:30:01Z,https://shop.example/b
            cy,clicked,2026-11-20T09:30:02Z,https://shop.example/preferences/unsubscribe?c=3
            """, "events.csv");

        Assert.Equal((3, 2, 2), (import.Total.Matched, import.Total.UnsubscribeClicks, import.Total.ScannerClicks));
        Assert.Equal("1/2 0/2", _run.Successes(Metric.ClickRate));
    }

    [Theory]
    [InlineData("https://shop.example/leave/abc", "https://shop.example/leave/{customer}", true)]
    [InlineData("https://shop.example/leave", "https://shop.example/leave?c={customer}", true)]
    [InlineData("https://shop.example/leaves", "https://shop.example/leave", false)]
    [InlineData("https://other.example/leave", "https://shop.example/leave", false)]
    [InlineData("mailto:x@shop.example", "https://shop.example/leave", false)]
    public void A_link_is_the_unsubscribe_link_by_host_and_path(string url, string page, bool expected) => Assert.Equal(expected, EventLink.IsOn(url, page));

    [Fact]
    public void The_same_event_counts_once_over_all_files()
    {
        const string one = """{"email":"ann@example.com","timestamp":1795167000,"event":"click","url":"https://shop.example/a","sg_event_id":"1"}""";
        const string withoutId = "recipient,event,timestamp_utc,url\nbob,clicked,2026-11-20T09:30:00.1Z,https://shop.example/a\nbob,clicked,2026-11-20T09:30:00.9Z,https://shop.example/a\nbob,clicked,2026-11-20T09:30:00.9Z,https://shop.example/b\n";
        var import = _run.Engagement.ImportEvents(
            [_run.Write("s/1.json", $"[{one},{one}]"), _run.Write("s/2.ndjson", one + "\n" + one), _run.Write("s/3.csv", withoutId), Path.Combine(_run.Folder, "s")], new EventRules());

        Assert.Equal(["1.json 2 1 1", "2.ndjson 2 0 2", "3.csv 3 2 1"], import.Files.Select(file => $"{file.File} {file.Records} {file.Matched} {file.Duplicates}"));
        Assert.Equal(3, _run.Events().Count);
    }

    [Fact]
    public void A_second_import_knows_what_the_first_one_brought()
    {
        const string one = """[{"email":"ann@example.com","timestamp":1795167000,"event":"open","sg_event_id":"1"}]""";
        const string two = """[{"email":"ann@example.com","timestamp":1795167000,"event":"open","sg_event_id":"1"},{"email":"ann@example.com","timestamp":1795167001,"event":"open","sg_event_id":"2"}]""";
        _run.Import(one, "1.json");
        var second = _run.Import(two, "2.json");

        Assert.Equal((2, 1, 1), (second.Total.Records, second.Total.Matched, second.Total.Duplicates));
        Assert.Equal((0, 2), _run.Import(two, "3.json").Total is var third ? (third.Matched, third.Duplicates) : default);
    }

    [Fact]
    public void Every_record_of_a_file_stands_in_one_place()
    {
        var total = _run.Import(
            """
            recipient,event,timestamp_utc,url,value
            ann,clicked,2026-11-20T09:30:00Z,https://shop.example/a,
            ann,clicked,2026-11-20T09:30:00Z,https://shop.example/a,
            ann,clicked,2026-11-20T07:30:00Z,https://shop.example/a,
            ann,clicked,2026-11-20T09:31:00Z,https://shop.example/preferences/unsubscribe,
            ann,clicked,yesterday,https://shop.example/a,
            ,clicked,2026-11-20T09:30:00Z,https://shop.example/a,
            ann,converted,2026-11-20T09:30:00Z,,much
            ann,resurrected,2026-11-20T09:30:00Z,,
            ann,deferred,2026-11-20T09:30:00Z,,
            eve,clicked,2026-11-20T09:30:00Z,https://shop.example/a,
            zoe,clicked,2026-11-20T09:30:00Z,https://shop.example/a,
            """, "events.csv").Total;

        Assert.Equal(11, total.Records);
        Assert.Equal(
            [1, 1, 1, 1, 3, 1, 1, 1, 1],
            new[]
            {
                total.Matched, total.Duplicates, total.BeforeAssignment, total.UnsubscribeClicks, total.Unusable, total.UnknownTypes["resurrected"],
                total.UnusedTypes["deferred"], total.NotAssigned, total.Unmatched,
            });
    }

    [Fact]
    public void Conversions_in_several_currencies_are_refused()
    {
        var problem = FinishedCampaign.Refused(() => _run.Import(
            "recipient,event,timestamp_utc,value,currency\nann,converted,2026-11-20T09:30:00Z,1,EUR\nbob,converted,2026-11-20T09:30:00Z,1,gbp\n", "events.csv")).Diagnostics[0];

        Assert.Equal(("EVT010", "EUR (1), GBP (1)"), (problem.Code, problem.Found));
    }

    private static string Clicks(params string[] clicks) => "recipient,event,timestamp_utc,url\n" + string.Concat(clicks.Select(click => click.Split(' ')).Select(parts =>
        $"{parts[0]},clicked,{FinishedCampaign.AssignedAt.AddMinutes(90).AddSeconds(int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)):yyyy-MM-ddTHH:mm:ssZ},https://shop.example/{parts[2]}\n"));
}
