using SkOrchestrator.Data.Events;

namespace SkOrchestrator.Data.Tests.Events;

public sealed class PersonalValueTests : IDisposable
{
    private readonly FinishedCampaign _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    [Requirement("NFR-7")]
    public void An_orders_file_without_a_header_does_not_show_its_first_row()
    {
        var path = _run.Write("orders.csv", "Ann Smith,ann@example.com,2026-11-21,10\n");
        var problem = FinishedCampaign.Refused(() => _run.Engagement.ImportOrders(path)).Diagnostics[0];

        Assert.Equal(("CSV005", "no column of that or another known name, 4 other columns"), (problem.Code, problem.Found));
        Assert.DoesNotContain("Ann", problem.ToString(), StringComparison.Ordinal);
        Assert.Contains("customer_id,order_id,timestamp,value", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_header_the_known_columns_are_named_and_the_others_counted()
    {
        var path = _run.Write("orders.csv", "Customer_ID,Ann Smith,order_id,x\n1,2,3,4\n");

        Assert.Equal("columns: customer_id, order_id and 2 others", FinishedCampaign.Refused(() => _run.Engagement.ImportOrders(path)).Diagnostics[0].Found);
    }

    [Theory]
    [InlineData("resurrected", "resurrected")]
    [InlineData("email.scheduled", "email.scheduled")]
    [InlineData("Ann Smith", "(not shown)")]
    [InlineData("192.0.2.9", "(not shown)")]
    [InlineData("4479460958", "(not shown)")]
    [InlineData("", "(none)")]
    public void A_type_that_nobody_knows_is_named_where_it_is_a_plain_word(string type, string shown) => Assert.Equal(shown, Harmless.Type(type));

    [Theory]
    [InlineData("20/11/2026 09:14", "20/11/2026 09:14")]
    [InlineData("2026-13-45T09:14:05Z", "2026-13-45T09:14:05Z")]
    [InlineData("4479460958", "a number of 10 digits")]
    [InlineData("192.0.2.9", "(not shown)")]
    [InlineData("+44 20 7946 0958", "(not shown)")]
    [InlineData("born in May", "(not shown)")]
    [InlineData(" ", "nothing")]
    public void What_stands_for_a_time_is_shown_where_it_is_a_date(string time, string shown) => Assert.Equal(shown, Harmless.Time(time));

    [Theory]
    [InlineData("12,50", "digits with a decimal comma")]
    [InlineData("1.200,50 €", "digits with a decimal comma")]
    [InlineData("1,200.50", "digits with thousands separators")]
    [InlineData("12 EUR 50", "digits with other characters")]
    [InlineData("much", "text without digits")]
    [InlineData(null, "nothing")]
    public void Of_an_amount_its_shape_is_told(string? amount, string shape) => Assert.Equal(shape, Harmless.Amount(amount));

    [Theory]
    [InlineData("https://shop.example/x/y?a=1#b", "https://shop.example/x/y")]
    [InlineData("https://shop.example:8443/x;mail=ann/y", "https://shop.example:8443/x")]
    [InlineData("https://shop.example/u/ann@example.com", "https://shop.example/")]
    [InlineData("https://shop.example/u/ann%40example.com", "https://shop.example/")]
    [InlineData("https://shop.example/u/ann%2540example.com", "https://shop.example/")]
    [InlineData("https://shop.example/u/ann%252540example.com", "https://shop.example/")]
    [InlineData("https://shop.example/u/ann(at)example.com", "https://shop.example/")]
    [InlineData("https://shop.example/u/ann%5Bat%5Dexample.com", "https://shop.example/")]
    [InlineData("https://shop.example/u/ann\uFF20example.com", "https://shop.example/")]
    [InlineData("https://shop.example/x%3Fmail=ann", "https://shop.example/")]
    [InlineData("https://shop.example/from/192.0.2.9", "https://shop.example/")]
    [InlineData("https://192.0.2.9/x", null)]
    [InlineData("https://[2001:db8::1]/x", null)]
    [InlineData("mailto:ann@example.com", null)]
    public void A_link_is_kept_as_far_as_it_names_nobody(string url, string? kept) => Assert.Equal(kept, EventLink.Cut(url));

    [Fact]
    [Requirement("NFR-7")]
    public void Ids_that_may_be_personal_are_replaced_by_a_hash_that_still_finds_doubles()
    {
        string[] ids = ["ann=example.com", "ann%40example.com", "192.0.2.9", "+44 20 7946 0958", "Ann Smith", "id-1.a:b=="];
        var rows = ids.Concat(ids).Select(id => $$"""{"email":"ann@example.com","timestamp":1795167000,"event":"open","sg_event_id":"{{id}}"}""");
        var import = _run.Import($"[{string.Join(',', rows)}]");
        _run.Events();
        var written = File.ReadAllLines(Path.Combine(_run.Folder, "analyses", "1", "events.csv"))[1..].Select(line => line.Split(',')[7]).ToList();

        Assert.Equal((6, 6), (import.Total.Matched, import.Total.Duplicates));
        Assert.Contains("id-1.a:b==", written);
        Assert.Equal(5, written.Count(id => id.StartsWith("id-", StringComparison.Ordinal) && id.Length == 27));
    }

    [Fact]
    [Requirement("NFR-7")]
    public void A_file_name_with_an_address_is_replaced_by_a_number()
    {
        var good = """{"email":"ann@example.com","timestamp":1795167000,"event":"open","sg_event_id":"1"}""";
        var import = _run.Import(good + "\n{\"a\":1}", "export-ann@example.com.json");
        var orders = _run.Engagement.ImportOrders(_run.Write("bob@example.com.csv", "customer_id,order_id,timestamp,value\nann,1,2026-11-21T09:00:00Z,10\nann,2,2026-11-21T09:00:00Z,ten\n"));
        _run.Events();

        Assert.Equal(("file 1", "file 1"), (import.Files[0].File, orders.File));
        var said = string.Join('\n', _run.AllWrittenText().Concat(import.Warnings).Concat(orders.Warnings).Concat(import.Problems.Concat(orders.Problems).Select(problem => problem.ToString())));
        Assert.DoesNotContain("@", said, StringComparison.Ordinal);
        Assert.DoesNotContain("@", FinishedCampaign.Refused(() => _run.Engagement.ImportEvents([Path.Combine(_run.Folder, "no@where")], new EventRules())).Diagnostics[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_status_is_shown_where_it_is_a_plain_word()
    {
        var import = _run.Engagement.ImportOrders(_run.Write(
            "orders.csv",
            "customer_id,order_id,timestamp,value,currency,status\nann,1,2026-11-21T09:00:00Z,10,EUR,dreamt\nann,2,2026-11-21T09:00:00Z,10,EUR,Ann Smith\n"
            + "ann,3,2026-11-21T09:00:00Z,10,Ann Smith,paid\nann,4,2026-11-21T09:00:00Z,\"12,50\",EUR,paid\nann,5,2026-11-21T09:00:00Z,10,EUR,paid\n"));

        Assert.Equal(["dreamt", "(not shown)", "(not shown)", "digits with a decimal comma"], import.Problems.Select(problem => problem.Found));
    }
}
