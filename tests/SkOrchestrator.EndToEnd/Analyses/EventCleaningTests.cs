using SkOrchestrator.EndToEnd.Support;

namespace SkOrchestrator.EndToEnd.Analyses;

/// <summary>What is no engagement of an assigned customer is counted and shown, and never in a metric.</summary>
[Collection(SentRunsCollection.Name)]
public sealed class EventCleaningTests(SentRuns runs) : IDisposable
{
    private const string Scanner = "Barracuda Sentinel (EE)";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_does_not_count_is_counted_shown_and_in_no_metric()
    {
        var people = runs.Planned;
        var quiet = people.Recipients.Where(r => r.Number % 10 == 9 && r.Arm != Mailing.BestArm).ToList();
        var at = people.SentAt.AddHours(5);
        var opens = quiet.Take(4).Select(r => With(new(r, "opened", at), "sg_machine_open", true));
        var scans = quiet.Skip(4).Take(2).Select(r => With(new(r, "clicked", at, Mailing.Shop), "useragent", Scanner));
        var leaves = quiet.Skip(6).Take(3).Select(r => EventText.SendGridRecord(new(r, "clicked", at, Mailing.UnsubscribePage + "?u=1")).ToJsonString());
        var strange = Enumerable.Range(0, 5).Select(i => EventText.SendGridRecord(new(quiet[9], "sprinkled", at.AddSeconds(i))).ToJsonString());
        var nobody = Enumerable.Range(0, 6).Select(i => EventText.SendGridRecord(new(new($"X-{i}", $"stranger{i}@example.net", "", "", 0), "clicked", at, Mailing.Shop)).ToJsonString());
        var early = Enumerable.Range(10, 2).Select(i => EventText.SendGridRecord(new(quiet[i], "clicked", people.SentAt.AddDays(-2), Mailing.Shop)).ToJsonString());
        var twice = people.Events.Where(e => e.Type == "clicked").Take(7).Select(e => EventText.SendGridRecord(e).ToJsonString());
        var file = _folder.Write(
            "messy.ndjson", EventText.SendGridLines(people.Events) + string.Concat(opens.Concat(scans).Concat(leaves).Concat(strange).Concat(nobody).Concat(early).Concat(twice).Select(l => l + "\n")));

        var result = await people.AnalyzeAsync("--events", file, "--orders", runs.Orders, "--as-of", people.Afterwards, "--output", _folder["out"]);

        var output = new RunFolder(_folder["out"]);
        var (analysis, expected) = (output.Json("analysis.json"), runs.First.Json("analysis.json"));
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.All(new[] { "open_rate", "click_rate" }, m => Assert.Equal(expected.Successes(m), analysis.Successes(m)));
        Assert.Equal(people.Assigned, analysis.Trials("click_rate"));
        Assert.All(
            new[]
            {
                "7 duplicates", "4 opens by programs", "2 clicks by scanners", "3 clicks on the unsubscribe link", "2 from before assignment", "6 of nobody in the run", "5 of unknown types (sprinkled)",
            },
            words => Assert.Contains(words, result.Output, StringComparison.Ordinal));
        var line = Row(output.Text("report/report.html"), "messy.ndjson");
        Assert.Equal(
            [(people.Events.Count + 29).ToString("N0", null), (people.Events.Count + 6).ToString("N0", null), "7", "6", "5", "4", "2", "3"],
            line.Skip(1));
        Assert.DoesNotContain("stranger", string.Concat(output.AllFiles().Select(File.ReadAllText)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_cut_in_the_middle_is_told_with_line_and_fix_and_the_rest_is_kept()
    {
        var whole = EventText.SendGrid(runs.Planned.Events.Where(e => e.Type == "delivered").Concat(runs.Planned.Events.Where(e => e.Type == "clicked")));
        var lines = whole.Split('\n');
        var cut = string.Join('\n', lines[..400]) + "\n" + lines[400][..40];
        var file = _folder.Write("cut.json", cut);

        var result = await runs.Planned.AnalyzeAsync("--events", file, "--as-of", runs.Planned.Afterwards, "--output", _folder["out"]);

        var output = new RunFolder(_folder["out"]);
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Contains("cut.json (sendgrid): 400 events, 400 belong to assigned customers", result.Output, StringComparison.Ordinal);
        Assert.Contains("EVT011: cut.json:401: ", result.Output, StringComparison.Ordinal);
        Assert.Contains("ends in the middle; everything before is kept; found the end of the file; fix: export or copy the file again", result.Output, StringComparison.Ordinal);
        Assert.Equal(("cut.json", "401", "EVT011"), output.Table("diagnostics.csv").Select(r => (r["file"], r["line"], r["code"])).Single());
        Assert.Equal(400, output.Table("events.csv").Count);
        Assert.Contains("ends in the middle", output.Text("report/report.html"), StringComparison.Ordinal);
        Assert.Contains(output.Json("analysis.json")["notes"]!.AsArray(), n => ((string)n!).StartsWith("Warning: EVT011: cut.json:401: ", StringComparison.Ordinal));
        Assert.DoesNotContain(_folder.Path, output.Text("report/report.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mixed_providers_in_a_folder_are_each_read_and_said()
    {
        var events = runs.Planned.Events;
        _folder.Write("events/a.json", EventText.SendGrid(events.Take(500)));
        _folder.Write("events/b.json", EventText.Mailgun(events.Skip(500), "sent"));

        var result = await runs.Planned.AnalyzeAsync("--events", _folder["events"], "--as-of", runs.Planned.Afterwards, "--output", _folder["out"]);

        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Contains("a.json (sendgrid): 500 events", result.Output, StringComparison.Ordinal);
        Assert.Contains("b.json (mailgun): ", result.Output, StringComparison.Ordinal);
        Assert.Contains("EVT016: a.json:1: The folder of a.json mixes mail providers: this file holds events of SendGrid, others of Mailgun; each was read in its own shape", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, result.Output.Split("mixes mail providers").Length - 1);
        Assert.Contains("mixes mail providers", new RunFolder(_folder["out"]).Text("report/report.html"), StringComparison.Ordinal);
        Assert.Equal(runs.Planned.Clickers, new RunFolder(_folder["out"]).Json("analysis.json").Successes("click_rate"));
    }

    [Fact]
    public async Task A_file_of_no_known_shape_is_refused()
    {
        var result = await runs.Planned.AnalyzeAsync("--events", _folder.Write("letter.csv", "a,b\n1,2\n"), "--output", _folder["out"]);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("error EVT003: ", result.Errors, StringComparison.Ordinal);
        Assert.Contains("fix: export the events as the provider's webhook sends them", result.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder["out"]));
    }

    private static string With(MailEvent e, string name, System.Text.Json.Nodes.JsonNode value)
    {
        var record = EventText.SendGridRecord(e);
        record[name] = value;
        return record.ToJsonString();
    }

    /// <summary>The cells of the row of a file in the report.</summary>
    private static List<string> Row(string html, string file)
    {
        var start = html.IndexOf($"<tr><th scope=\"row\">{file}", StringComparison.Ordinal);
        Assert.True(start >= 0, $"no row of {file}");
        var row = html[start..html.IndexOf("</tr>", start, StringComparison.Ordinal)];
        return [.. System.Text.RegularExpressions.Regex.Matches(row, "<td[^>]*>(.*?)</td>").Select(m => m.Groups[1].Value)];
    }
}
