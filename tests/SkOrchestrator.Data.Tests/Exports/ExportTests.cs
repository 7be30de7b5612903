using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Eligibility;
using SkOrchestrator.Data.Tests.Assignment;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Tests.Exports;

public sealed class ExportTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, string> Headers = new()
    {
        ["diagnostics.csv"] = "file,line,column,code,value,expected,action",
        ["segment_assignments.csv"] = "customer_id,segment_id,confidence,runner_up,reason",
        ["excluded.csv"] = "customer_id,reason",
        ["assignments.csv"] = "customer_id,segment_id,arm,variant_id,assigned_at",
        ["events.csv"] = "customer_id,event,timestamp,source,value,currency,url,event_id,machine",
    };

    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_run_that_stopped_early_has_all_files_with_a_header()
    {
        _run.Database.Export(_run.Folder);

        Assert.All(Headers, pair => Assert.Equal(pair.Value + "\n", Read(pair.Key)));
        Assert.False(File.Exists(Path.Combine(_run.Folder, "holdout.csv")));
    }

    [Fact]
    public void Customers_stand_in_file_order_and_the_holdout_has_a_file()
    {
        Whole(_run);

        Assert.Equal(Enumerable.Range(1, 300).Select(id => $"C{301 - id}").Where(id => Ids("assignments.csv").Contains(id)), Ids("assignments.csv"));
        Assert.Matches(@"^customer_id,segment_id,held_at\n(C\d+,segment-\d,2026-09-01T08:00:00Z\n)+$", Read("holdout.csv"));
        Assert.Equal(300, Ids("assignments.csv").Concat(Ids("excluded.csv")).Concat(Ids("holdout.csv")).Distinct().Count());
        Assert.Matches(@"\nC\d+,sent,2026-09-01T08:00:00Z,simulated,,,,sim-[0-9a-f]{16}-sent,false\n", Read("events.csv"));
        Assert.Matches(@",converted,2026-09-0\dT\d\d:\d\d:\d\dZ,simulated,\d+\.\d\d,EUR,,sim-", Read("events.csv"));
    }

    [Fact]
    public void Two_runs_with_the_same_inputs_give_the_same_bytes()
    {
        using var other = new TestRun();
        Whole(_run);
        Whole(other);

        Assert.All(Headers.Keys.Append("holdout.csv"), name =>
            Assert.Equal(File.ReadAllBytes(Path.Combine(_run.Folder, name)), File.ReadAllBytes(Path.Combine(other.Folder, name))));
    }

    [Fact]
    public void Cells_that_a_spreadsheet_would_run_are_made_inert()
    {
        _run.Load("customer_id,age\n=1+1,5\n-2,6\n+3,x\n\"a,\"\"b\",7\n", new ColumnOptions("age", ColumnRole.Numeric));
        _run.Segment();
        _run.Database.AddDiagnostics([new RowDiagnostic("doc.md", null, "@title", "DOC001", "\t=cmd()", "a, title", "quarantined")]);
        _run.Database.Export(_run.Folder);

        Assert.Equal(
            Headers["segment_assignments.csv"] + "\n'=1+1,segment-1,1.0,,\n'-2,segment-1,1.0,,\n\"a,\"\"b\",segment-1,1.0,,\n",
            Read("segment_assignments.csv"));
        Assert.Equal(
            Headers["diagnostics.csv"] + "\ncustomers.csv,4,age,CSV011,x,a finite number,rejected\ndoc.md,,'@title,DOC001,'\t=cmd(),\"a, title\",quarantined\n",
            Read("diagnostics.csv"));
    }

    private static void Whole(TestRun run)
    {
        run.Load("customer_id,consent\n" + string.Concat(Enumerable.Range(1, 300).Select(i => $"C{301 - i},{(i % 10 == 0 ? "no" : "yes")}\n")));
        run.Database.Exclude(new EligibilityRules { ExperimentId = "autumn", SendAt = At, HoldoutShare = 0.2 });
        run.Segment();
        run.Database.Assign(Designs.Of(Designs.Segment("segment-1", 1, 1)), "autumn", 7, At);
        run.Database.Simulate(
            new SimulationOptions { BaseRates = new Dictionary<string, double> { [Metric.OpenRate] = 0.5, [Metric.ClickRate] = 0.3, [Metric.ConversionRate] = 0.2 } },
            new Dictionary<string, TimeSpan>(), 7, At);
        run.Database.Export(run.Folder);
    }

    private string Read(string name) => File.ReadAllText(Path.Combine(_run.Folder, name));

    private string[] Ids(string name) => [.. Read(name).Split('\n')[1..^1].Select(line => line.Split(',')[0])];
}
