using System.IO.Compression;
using System.Text.Json.Nodes;
using SkOrchestrator.EndToEnd.Support;

namespace SkOrchestrator.EndToEnd.Analyses;

/// <summary>The same engagement is the same analysis, whoever sent the mails.</summary>
[Collection(SentRunsCollection.Name)]
public sealed class EventFormatTests(SentRuns runs) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ses")]
    [InlineData("mailgun")]
    [InlineData("postmark")]
    [InlineData("csv")]
    [InlineData("sendgrid lines gz", "sendgrid")]
    [InlineData("sendgrid folder", "sendgrid")]
    public async Task The_same_engagement_gives_the_same_numbers_in_every_shape(string shape, string? provider = null)
    {
        var result = await runs.Planned.AnalyzeAsync("--events", Write(shape), "--orders", runs.Orders, "--as-of", runs.Planned.Afterwards, "--output", _folder["out"]);

        var (analysis, expected) = (new RunFolder(_folder["out"]).Json("analysis.json"), runs.First.Json("analysis.json"));
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Contains($"({provider ?? shape}): ", result.Output, StringComparison.Ordinal);
        foreach (var part in new[] { "arms", "comparisons", "guardrails", "omnibus", "adjusted", "heterogeneity" })
        {
            Assert.True(JsonNode.DeepEquals(expected[part], analysis[part]), $"{shape} has other {part}");
        }

        Assert.Equal("winner", analysis.Status());
    }

    private string Write(string shape)
    {
        var (events, id) = (runs.Planned.Events, "sent");
        switch (shape)
        {
            case "ses": return _folder.Write("events/a.json", EventText.Ses(events));
            case "mailgun": return _folder.Write("events/a.ndjson", EventText.Mailgun(events, id));
            case "postmark": return _folder.Write("events/a.json", EventText.Postmark(events, id));
            case "csv": return _folder.Write("events/a.csv", EventText.Csv(events));
            case "sendgrid folder":
                // parts in any order, one of them compressed, and a file that is none of events
                _folder.Write("events/b.json", EventText.SendGrid(events.Take(300)));
                _folder.Write("events/notes.txt", "exported on Monday");
                Compress("events/a.jsonl.gz", EventText.SendGridLines(events.Skip(300)));
                return _folder["events"];
            default: return Compress("events/a.ndjson.gz", EventText.SendGridLines(events));
        }
    }

    private string Compress(string name, string text)
    {
        var path = _folder.Write(name, string.Empty);
        using var file = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest));
        file.Write(text);
        return path;
    }
}
