using SkOrchestrator.Data.Events;

namespace SkOrchestrator.Data.Tests.Events;

public sealed class DamagedFileTests : IDisposable
{
    private readonly FinishedCampaign _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_file_cut_in_the_middle_keeps_what_stands_before()
    {
        var import = _run.Import("[" + Open(1) + ",\n" + Open(2) + ",\n" + Open(3)[..60]);
        var problem = Assert.Single(import.Problems);

        Assert.Equal(2, import.Total.Matched);
        Assert.Equal(("EVT011", "events.json", 3L, 61), (problem.Code, problem.File, problem.Line!.Value, problem.Column));
        Assert.NotNull(problem.Fix);
        Assert.Equal(1, import.Total.Errors);
    }

    [Theory]
    [InlineData("[ONE,\nTWO,\n", 3)]
    [InlineData("[ONE,\nTWO\n", 3)]
    [InlineData("{\"items\":[ONE,TWO", 1)]
    [InlineData("{\"items\":[ONE,TWO],\"paging\":{\"next\":", 1)]
    public void A_list_that_is_never_closed_was_cut(string text, long line)
    {
        var import = _run.Import(text.Replace("ONE", Open(1), StringComparison.Ordinal).Replace("TWO", Open(2), StringComparison.Ordinal));

        Assert.Equal(2, import.Total.Matched);
        Assert.Equal(("EVT011", line), (import.Problems[0].Code, import.Problems[0].Line!.Value));
        Assert.Single(import.Problems);
    }

    [Fact]
    public void A_compressed_file_that_was_cut_keeps_what_can_be_unpacked()
    {
        var lines = string.Concat(Enumerable.Range(1, 5000).Select(i => Open(i) + "\n"));
        var import = _run.Engagement.ImportEvents([_run.WriteZipped("e.ndjson.gz", lines, cutOff: 2000)], new EventRules());

        Assert.InRange(import.Total.Matched, 100, 4999);
        Assert.Equal("EVT011", Assert.Single(import.Problems).Code);
    }

    [Theory]
    [InlineData("e.ndjson.gz")]
    [InlineData("e.json.gz")]
    public void A_whole_compressed_file_is_read(string name)
    {
        var import = _run.Engagement.ImportEvents([_run.WriteZipped(name, Open(1) + "\n" + Open(2))], new EventRules());

        Assert.Equal(2, import.Total.Matched);
        Assert.Empty(import.Problems);
    }

    [Fact]
    public void A_CSV_that_ends_in_the_middle_of_a_row_was_cut()
    {
        var import = _run.Import("recipient,event,timestamp_utc\nann,opened,2026-11-20T09:30:00Z\nbob,ope", "events.csv");

        Assert.Equal(1, import.Total.Matched);
        Assert.Equal(("EVT011", 3L), (import.Problems[0].Code, import.Problems[0].Line!.Value));
    }

    [Fact]
    public void Broken_records_are_named_by_line_and_the_rest_is_kept()
    {
        var import = _run.Import(string.Join('\n', Open(1), Open(2)[..40], Open(3), "{\"email\":}", "no JSON at all", "nor this", Open(4), "[1, 2]"));

        Assert.Equal(3, import.Total.Matched);
        Assert.Equal(["EVT012 2", "EVT012 4", "EVT012 5", "EVT012 8"], import.Problems.Select(problem => $"{problem.Code} {problem.Line}"));
    }

    [Fact]
    public void A_row_with_a_field_too_many_or_an_open_quote_is_named_and_the_rest_is_kept()
    {
        var import = _run.Import(
            "recipient,event,timestamp_utc\nann,opened,2026-11-20T09:30:00Z,x\n\"ann,opened,2026-11-20T09:30:00Z\nbob,opened,2026-11-20T09:30:00Z\n", "events.csv");

        Assert.Equal(1, import.Total.Matched);
        Assert.Equal(["EVT012 2", "EVT012 3"], import.Problems.Select(problem => $"{problem.Code} {problem.Line}"));
    }

    [Fact]
    public void Records_of_another_shape_in_one_file_are_named()
    {
        var import = _run.Import(Open(1) + "\n{\"RecordType\":\"Open\",\"Recipient\":\"ann@example.com\",\"ReceivedAt\":\"2026-11-20T09:30:00Z\"}\n{\"a\":1}\n" + Open(2));

        Assert.Equal(2, import.Total.Matched);
        Assert.Equal(
            ["EVT013 2 postmark the shape of SendGrid", "EVT013 3 an object of no known shape the shape of SendGrid"],
            import.Problems.Select(problem => $"{problem.Code} {problem.Line} {problem.Found!.Replace("Postmark", "postmark", StringComparison.Ordinal)} {problem.Expected}"));
    }

    [Fact]
    public void A_folder_of_several_providers_is_read_and_pointed_out_once()
    {
        _run.Write("in/b.json", Open(1));
        _run.Write("in/a.json", "{\"event-data\":{\"event\":\"opened\",\"id\":\"1\",\"timestamp\":1795167000.5,\"recipient\":\"bob@example.com\"}}");
        _run.Write("in/c.csv", "recipient,event,timestamp_utc\ncy,converted,2026-11-20T09:30:00Z\n");
        _run.Write("in/notes.txt", "not an event file");
        var import = _run.Engagement.ImportEvents([Path.Combine(_run.Folder, "in")], new EventRules());

        Assert.Equal(["a.json mailgun 1", "b.json sendgrid 1", "c.csv csv 1"], import.Files.Select(file => $"{file.File} {file.Provider} {file.Matched}"));
        Assert.Equal(["EVT016 a.json 1"], import.Problems.Select(problem => $"{problem.Code} {problem.File} {problem.Line}"));
        Assert.StartsWith("The folder of a.json mixes mail providers: this file holds events of Mailgun, others of SendGrid", import.Problems[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain(import.Warnings, warning => warning.Contains("mixes", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("x.json", "[{\"a\":1},{\"b\":2}]")]
    [InlineData("x.csv", "name,age\nann,4\n")]
    [InlineData("x.csv", "some text")]
    [InlineData("x.json", "{]")]
    public void A_file_of_no_known_shape_is_refused_with_the_shapes_that_are_known(string name, string text)
    {
        var problem = Assert.Single(FinishedCampaign.Refused(() => _run.Import(text, name)).Diagnostics);

        Assert.Equal("EVT003", problem.Code);
        Assert.Contains("SendGrid", problem.Expected, StringComparison.Ordinal);
        Assert.Contains("Mailgun", problem.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_files_and_empty_folders_are_named_together()
    {
        Directory.CreateDirectory(Path.Combine(_run.Folder, "empty"));
        var problems = FinishedCampaign.Refused(() => _run.Engagement.ImportEvents([Path.Combine(_run.Folder, "none.json"), Path.Combine(_run.Folder, "empty")], new EventRules())).Diagnostics;

        Assert.Equal(["EVT001", "EVT002"], problems.Select(problem => problem.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData(" \n")]
    public void An_empty_file_beside_others_is_no_error(string text)
    {
        var import = _run.Engagement.ImportEvents([_run.Write("a.json", text), _run.Write("b.json", Open(1))], new EventRules());

        Assert.Equal(1, import.Total.Matched);
        Assert.Contains("a.json holds no event.", import.Warnings);
        Assert.Empty(import.Problems);
    }

    [Fact]
    public void A_byte_order_mark_and_long_blanks_change_nothing()
    {
        var import = _run.Import("\uFEFF [\r\n" + Open(1) + new string(' ', 200_000) + ",\r\n" + Open(2) + "]\r\n");

        Assert.Equal(2, import.Total.Matched);
    }

    [Fact]
    public void Problems_stand_in_the_diagnostics_file()
    {
        _run.Import(Open(1) + "\n" + Open(2).Replace("1795167002", "\"soon\"", StringComparison.Ordinal) + "\n{\"event\":\"open\",\"timestamp\":1795167000,\"sg_event_id\":\"9\"}");
        _run.Events();

        Assert.Contains(
            "events.json,2,timestamp,EVT014,(not shown),\"a time such as 2026-11-20T09:14:05Z, or seconds since 1970\",rejected\n"
            + "events.json,3,recipient,EVT015,no recipient,\"an address, a customer_id or sko_message\",rejected\n",
            File.ReadAllText(Path.Combine(_run.Folder, "analyses", "1", "diagnostics.csv")), StringComparison.Ordinal);
    }

    private static string Open(int number) => FormattableString.Invariant(
        $"{{\"email\":\"ann@example.com\",\"timestamp\":{1795167000 + number},\"event\":\"open\",\"sg_event_id\":\"id-{number}\"}}");
}
