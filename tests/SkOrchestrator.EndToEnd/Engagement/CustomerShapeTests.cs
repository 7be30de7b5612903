using System.Text;
using DuckDB.NET.Data;
using SkOrchestrator.EndToEnd.Support;

namespace SkOrchestrator.EndToEnd.Engagement;

/// <summary>Customer files of other shapes than the sample's, through the real program.</summary>
[Collection(SampleRunCollection.Name)]
public sealed class CustomerShapeTests(SampleRun sample) : IDisposable
{
    private const string Sample = "samples/brand/customers.csv";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Requirement("1.1")]
    public async Task Parquet_semicolons_and_windows_line_ends_give_the_same_segments_as_the_sample()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Orchestrator.Repository, Sample), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_folder["windows.csv"], string.Join("\r\n", lines) + "\r\n", new UTF8Encoding(true), TestContext.Current.CancellationToken);
        Convert($"""
            create table file as select * from read_csv('{Path.Combine(Orchestrator.Repository, Sample)}', all_varchar = true, header = true, null_padding = true, strict_mode = false);
            copy file to '{_folder["customers.parquet"]}' (format parquet);
            copy file to '{_folder["semicolons.csv"]}' (format csv, header, delimiter ';');
            """);

        foreach (var file in new[] { "windows.csv", "customers.parquet", "semicolons.csv" })
        {
            var (result, run) = await RunAsync(Path.GetFileNameWithoutExtension(file), "--customers", _folder[file]);

            Assert.True(result.ExitCode == 0, $"{file}: {result.Errors}");
            Assert.Equal(Labels(sample.Run), Labels(run));
        }
    }

    [Fact]
    [Requirement("8.5")]
    public async Task A_file_that_the_configuration_does_not_fit_gets_one_that_works()
    {
        var customers = _folder.Write("own.csv", "customer_id,visits,basket\n" + string.Concat(Enumerable.Range(1, 200).Select(i => $"{i},{i * 7 % 40},{i * 13 % 90}.50\n")));
        var (refused, _) = await RunAsync("refused", "--customers", customers);
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("error CSV010", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("orders_12m (numeric), spend_12m (numeric)", refused.Errors, StringComparison.Ordinal);
        Assert.Single(refused.Errors.Split('\n'), line => line.StartsWith("error ", StringComparison.Ordinal));

        var example = refused.Errors.Split("echo '")[1].Split('\'')[0];
        _folder.Write("own/segmentation_config.yaml", example);
        var (accepted, run) = await RunAsync("accepted", "--customers", customers, "--config", "config", "--config", _folder["own"]);

        Assert.True(accepted.ExitCode == 0, accepted.Errors);
        Assert.Equal(200, run.Table("assignments.csv").Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_handful_of_customers_is_run_through_without_numbers_in_descriptions(int customers)
    {
        var lines = (await File.ReadAllLinesAsync(Path.Combine(Orchestrator.Repository, Sample), TestContext.Current.CancellationToken)).Take(customers + 1);
        var (result, run) = await RunAsync("few", "--customers", _folder.Write("few.csv", string.Join('\n', lines) + "\n"));

        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Equal(customers, run.Table("segment_assignments.csv").Count);
        Assert.All(run.Json("segments.json").AsArray(), segment => Assert.DoesNotMatch(@"\d", (string)segment!["description"]!));
        Assert.All(run.Json("analysis.json")["comparisons"]!.AsArray(), c => Assert.False((bool)c!["significant"]!));
    }

    [Fact]
    public async Task When_nobody_can_be_mailed_everything_exists_and_says_so()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Orchestrator.Repository, Sample), TestContext.Current.CancellationToken);
        var suppressions = _folder.Write("all.csv", "customer_id\n" + string.Join('\n', lines.Skip(1).Select(line => line.Split(',')[0]).Where(id => id.Length > 0)) + "\n");

        var (result, run) = await RunAsync("nobody", "--suppressions", suppressions);

        Assert.True(result.ExitCode == 4, result.Errors);
        Assert.Contains("no customer can be mailed", run.Text("analysis.json"), StringComparison.Ordinal);
        Assert.Contains("no customer can be mailed", run.Text("report/report.html"), StringComparison.Ordinal);
        Assert.Contains("Find customers who can be mailed", run.Text("report/report.html"), StringComparison.Ordinal);
        Assert.All(["assignments.csv", "events.csv", "segment_assignments.csv"], file => Assert.Empty(run.Table(file)));
        Assert.Equal((int)run.Json("run.json")["funnel"]!["loaded"]!, run.Table("excluded.csv").Count);
    }

    [Fact]
    public async Task Odd_customer_ids_stay_whole_and_harmless()
    {
        string[] odd = ["=1+1", "@cmd", "\"a\"\"b\"", "\"c,d\"", "Zoë-日本", "<script>alert(1)</script>", "x'; drop table customers;--", "{{evil}}"];
        var lines = (await File.ReadAllLinesAsync(Path.Combine(Orchestrator.Repository, Sample), TestContext.Current.CancellationToken)).Take(200).ToList();
        for (var i = 0; i < odd.Length; i++)
        {
            lines[i + 1] = odd[i] + lines[i + 1][lines[i + 1].IndexOf(',', StringComparison.Ordinal)..];
        }

        var (result, run) = await RunAsync("odd", "--customers", _folder.Write("odd.csv", string.Join('\n', lines) + "\n"));

        Assert.True(result.ExitCode == 0, result.Errors);
        var placed = run.Table("assignments.csv").Concat(run.Table("excluded.csv")).Select(row => row["customer_id"]).ToHashSet();
        string[] expected = ["'=1+1", "'@cmd", "a\"b", "c,d", "Zoë-日本", "<script>alert(1)</script>", "x'; drop table customers;--", "{{evil}}"];
        Assert.All(expected, id => Assert.Contains(id, placed));
        Assert.DoesNotContain("<script>alert", run.Text("report/report.html"), StringComparison.Ordinal);
    }

    private async Task<(ProcessResult Result, RunFolder Run)> RunAsync(string id, params string[] arguments) =>
        (await Orchestrator.RunAsync(["run", "--output", _folder.Path, "--run-id", id, .. arguments]), new RunFolder(_folder[id]));

    private static IEnumerable<string> Labels(RunFolder run) =>
        run.Json("segments.json").AsArray().Select(segment => $"{segment!["label"]} {segment["size"]}");

    private static void Convert(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
