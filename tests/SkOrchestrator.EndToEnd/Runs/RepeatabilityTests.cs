using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using SkOrchestrator.EndToEnd.Support;
using UglyToad.PdfPig;

namespace SkOrchestrator.EndToEnd.Runs;

[Collection(SampleRunCollection.Name)]
public sealed partial class RepeatabilityTests
{
    private const string SendAt = "2026-11-01T09:00:00Z";

    [Fact]
    public async Task Two_runs_with_the_same_seed_give_the_same_bytes_apart_from_times_and_the_run_id()
    {
        using var folder = new TemporaryFolder();
        foreach (var id in new[] { "run-alpha", "run-beta" })
        {
            Assert.Equal(0, (await Orchestrator.RunAsync("run", "--output", folder.Path, "--run-id", id, "--send-at", SendAt)).ExitCode);
        }

        var first = new RunFolder(folder["run-alpha"]);
        var other = new RunFolder(folder["run-beta"]);
        var names = first.AllFiles().Select(f => Path.GetRelativePath(first.Path, f)).ToList();
        Assert.Equal(names, other.AllFiles().Select(f => Path.GetRelativePath(other.Path, f)));

        var texts = names.Where(n => Path.GetExtension(n) is not (".duckdb" or ".pdf")).ToList();
        Assert.All(texts, name => Assert.Equal(Normalise(first.Text(name), "run-alpha"), Normalise(other.Text(name), "run-beta")));
        Assert.Equal(Normalise(PdfText(first), "run-alpha"), Normalise(PdfText(other), "run-beta"));
        Assert.Equal(Tables(first), Tables(other));
    }

    [Fact]
    [Requirement("5.2")]
    public async Task Another_order_of_the_rows_gives_every_customer_the_same_arm_and_another_seed_does_not()
    {
        using var folder = new TemporaryFolder();

        // one row per customer: of two rows the first one counts, and which is first depends on the order
        var lines = File.ReadAllLines(Path.Combine(Orchestrator.Repository, "samples/brand/customers.csv")).DistinctBy(l => l.Split(',')[0]).ToList();
        var plain = folder.Write("plain.csv", string.Join('\n', lines) + "\n");
        var reversed = folder.Write("reversed.csv", string.Join('\n', lines.Skip(1).Reverse().Prepend(lines[0])) + "\n");
        await Orchestrator.RunAsync("run", "--output", folder.Path, "--run-id", "plain", "--customers", plain);
        await Orchestrator.RunAsync("run", "--output", folder.Path, "--run-id", "reversed", "--customers", reversed);
        await Orchestrator.RunAsync("run", "--output", folder.Path, "--run-id", "seeded", "--customers", plain, "--seed", "99");

        Assert.Equal(Arms("plain"), Arms("reversed"));
        Assert.NotEqual(Arms("plain"), Arms("seeded"));

        IEnumerable<string> Arms(string id) => new RunFolder(folder[id]).Table("assignments.csv")
            .Select(r => $"{r["customer_id"]} {r["variant_id"]}").Order(StringComparer.Ordinal);
    }

    private static string PdfText(RunFolder run)
    {
        using var pdf = PdfDocument.Open(run.File("report/report.pdf"));
        return string.Join('\n', pdf.GetPages().Select(p => p.Text));
    }

    /// <summary>Name, row count and an order-free hash of every table; columns with times of this very run are left out.</summary>
    private static List<string> Tables(RunFolder run)
    {
        using var connection = new DuckDBConnection($"Data Source={run.File("campaign.duckdb")};ACCESS_MODE=READ_ONLY");
        connection.Open();
        var columns = Rows(connection, "select table_name || '|' || column_name from information_schema.columns where table_schema = 'main' and data_type not like 'TIMESTAMP%' order by 1");
        return
        [
            .. from column in columns
               let parts = column.Split('|')
               from row in Rows(connection, $"select count(*) || ' ' || coalesce(sum(hash(\"{parts[1]}\"::varchar)::hugeint), 0) from \"{parts[0]}\"")
               select $"{column} {row}",
        ];
    }

    private static List<string> Rows(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    private static string Normalise(string text, string runId)
    {
        text = text.Replace(runId, "RUN", StringComparison.Ordinal);
        text = Time().Replace(text, "TIME");
        text = Duration().Replace(text, "$1TOOK");
        return Hash().Replace(text, "HASH");
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(\.\d+)?( ?(Z|UTC))?")]
    private static partial Regex Time();

    [GeneratedRegex(@"((?:durationMs|latencyMs|runtimeMs|elapsedMs)""?:\s?)[0-9.eE+-]+")]
    private static partial Regex Duration();

    [GeneratedRegex(@"\b[0-9a-f]{32,64}\b")]
    private static partial Regex Hash();
}
