using System.IO.Compression;
using System.Text;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Events;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Tests.Events;

/// <summary>
/// A run called <c>autumn-1</c> that ended: ann and bob in control, cy and dee in treatment-1, eve excluded, flo held out; all with an address
/// at example.com, assigned on 20 November 2026 at 08:00 UTC.
/// </summary>
internal sealed class FinishedCampaign : IDisposable
{
    public const string RunId = "autumn-1";

    public static readonly DateTimeOffset AssignedAt = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Later = AssignedAt.AddDays(60);
    public static readonly IReadOnlyDictionary<string, TimeSpan> Week =
        Metric.All.Concat(Metric.Guardrails).ToDictionary(metric => metric, _ => TimeSpan.FromDays(7));

    private static readonly string[] Customers = ["ann", "bob", "cy", "dee", "eve", "flo"];
    private RunEngagement? _engagement;

    public FinishedCampaign(string extraColumns = "", Func<string, string>? extraValues = null, params ColumnOptions[] columns)
    {
        using var run = new TestRun();
        run.Load(
            $"customer_id,email{extraColumns}\n" + string.Concat(Customers.Select(id => $"{id},{id}@example.com{extraValues?.Invoke(id)}\n")),
            [new ColumnOptions("email", ColumnRole.Email), .. columns]);
        run.Segment();
        run.Database.Connection.Run(
            """
            insert into arms values ('segment-1', 'control', 'control', 0.5), ('segment-1', 'treatment-1', 'segment-1.warm', 0.5);
            insert into excluded values ('eve', 'no_consent');
            insert into holdout values ('flo', '2026-11-20 08:00:00.5');
            insert into assignments
            select customer_id, 'segment-1', if(customer_id in ('ann', 'bob'), 'control', 'treatment-1'), 'v', timestamp '2026-11-20 08:00:00.5'
            from customers where customer_id not in ('eve', 'flo')
            """);
        run.Database.Dispose();
        Folder = Directory.CreateTempSubdirectory("finished-").FullName;
        File.Move(run.DatabasePath, Path.Combine(Folder, "campaign.duckdb"));
        File.WriteAllText(Path.Combine(Folder, "run.json"), $$"""{"runId":"{{RunId}}"}""");
    }

    public string Folder { get; }

    public RunEngagement Engagement => _engagement ??= RunEngagement.Open(Folder, TestRun.Salt);

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string WriteZipped(string name, string text, int cutOff = 0)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionMode.Compress, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes(text));
        }

        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes.ToArray()[..^cutOff]);
        return path;
    }

    public string WriteBytes(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public EventImport Import(string text, string name = "events.json") =>
        Engagement.ImportEvents([Write(name, text)], new EventRules { UnsubscribeUrl = "https://shop.example/preferences/unsubscribe" });

    /// <summary>The events that count: who, what, when (UTC), then link, value and whether a machine or a lasting bounce.</summary>
    public IReadOnlyList<string> Events()
    {
        var target = Directory.CreateDirectory(Path.Combine(Folder, "analyses", "1")).FullName;
        Engagement.Export(target);
        return [.. File.ReadAllText(Path.Combine(target, "events.csv")).Split('\n')[1..^1]
            .Select(line => line.Split(','))
            .Select(cells => string.Join(' ', new[] { cells[0], cells[1], cells[2][5..19], cells[6], cells[4], cells[8] == "true" ? "machine" : "", cells[9] == "true" ? "hard" : "" }
                .Where(cell => cell.Length > 0)))];
    }

    /// <summary>Successes per arm, control first.</summary>
    public string Successes(string metric, DateTimeOffset? asOf = null) =>
        string.Join(" ", Engagement.Summarise([metric], Week, asOf ?? Later).Select(cell => FormattableString.Invariant($"{cell.Sum}/{cell.Count}")));

    public IReadOnlyList<string> AllWrittenText() =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "analyses", "1")).Select(File.ReadAllText)];

    public static InvalidInputException Refused(Action action) => Assert.Throws<InvalidInputException>(action);

    public void Dispose()
    {
        _engagement?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
