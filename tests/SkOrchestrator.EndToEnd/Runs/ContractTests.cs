using System.Security.Cryptography;
using System.Text;
using SkOrchestrator.EndToEnd.Support;

namespace SkOrchestrator.EndToEnd.Runs;

[Collection(SampleRunCollection.Name)]
public sealed class ContractTests(SampleRun sample)
{
    private static readonly Dictionary<string, string> Columns = new()
    {
        ["diagnostics.csv"] = "file,line,column,code,value,expected,action",
        ["segment_summary.csv"] = "segment_id,label,size,share,feature,mean_or_share,std,min,p25,median,p75,max",
        ["segment_assignments.csv"] = "customer_id,segment_id,confidence,runner_up,reason",
        ["safety_audit.csv"] =
            "sequence,timestamp,run_id,variant_id,status,category,severity,hate,self_harm,sexual,violence,threshold,screen,content_sha256,previous_hash,hash",
        ["excluded.csv"] = "customer_id,reason",
        ["assignments.csv"] = "customer_id,segment_id,arm,variant_id,assigned_at",
        ["events.csv"] = "customer_id,event,timestamp,source,value,currency,url,event_id,machine",
        ["results.csv"] =
            "segment,arm,metric,control_successes,control_trials,successes,trials,difference,difference_low,difference_high,lift_percent,lift_low,lift_high,test,p_value,"
            + "p_value_adjusted,significant,chance_to_beat_control,not_estimable",
    };

    private static readonly string[] Files =
    [
        "run.json", "segments.json", "retrieval.jsonl", "variants.jsonl", "analysis.json", "report/report.pdf", "report/report.ipynb", "report/report.html",
        "logs/system.log", "logs/safety_audit.log", "logs/experiment.log", "campaign.duckdb", "transcripts/all.md", "messages/control.eml", "messages/control.html",
        "messages/control.txt", .. Columns.Keys,
    ];

    [Fact]
    [Requirement("USE-1")]
    [Requirement("NFR-4")]
    public void The_sample_run_ends_with_exit_code_0_and_writes_every_file_of_the_contract()
    {
        Assert.True(sample.Result.ExitCode == 0, sample.Result.Errors);
        Assert.All(Files, file => Assert.True(sample.Run.Has(file), $"missing {file}"));
    }

    [Fact]
    public void Tables_have_the_columns_of_the_contract() =>
        Assert.All(Columns, c => Assert.Equal(c.Value, string.Join(',', Csv.Header(sample.Run.Text(c.Key)))));

    [Fact]
    [Requirement("5.3")]
    public void Every_loaded_customer_is_assigned_or_excluded_with_a_reason_and_the_funnel_adds_up()
    {
        var funnel = sample.Run.Json("run.json")["funnel"]!;
        var assigned = sample.Run.Table("assignments.csv");
        var excluded = sample.Run.Table("excluded.csv");

        Assert.Equal((long)funnel["rows"]!, (long)funnel["loaded"]! + (long)funnel["rejected"]!);
        Assert.Equal((long)funnel["loaded"]!, assigned.Count + excluded.Count + (long)funnel["heldOut"]!);
        Assert.Equal((long)funnel["assigned"]!, assigned.Count);
        Assert.All(excluded, row => Assert.NotEmpty(row["reason"]));
        Assert.Empty(assigned.Select(r => r["customer_id"]).Intersect(excluded.Select(r => r["customer_id"])));
        Assert.Equal(assigned.Count, assigned.Select(r => r["customer_id"]).Distinct().Count());
        Assert.All(assigned, row => Assert.EndsWith("Z", row["assigned_at"], StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("5.2")]
    public void Arms_of_a_segment_differ_by_at_most_one_customer() => Assert.All(
        sample.Run.Table("assignments.csv").GroupBy(r => r["segment_id"]),
        segment =>
        {
            var sizes = segment.CountBy(r => r["arm"]).Select(a => a.Value).ToList();
            Assert.True(sizes.Max() - sizes.Min() <= 1, $"{segment.Key}: {string.Join(' ', sizes)}");
        });

    [Fact]
    [Requirement("4.5")]
    public void Only_approved_variants_are_assigned()
    {
        var approved = sample.Run.Variants("approved").Select(v => (string)v["variantId"]!).ToHashSet();

        Assert.All(sample.Run.Table("assignments.csv"), row => Assert.Contains(row["variant_id"], approved));
    }

    [Fact]
    [Requirement("4.6")]
    [Requirement("NFR-9")]
    public void The_audit_has_a_row_for_every_screened_variant_and_its_chain_holds()
    {
        var lines = sample.Run.Text("safety_audit.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var previous = new string('0', 64);
        foreach (var line in lines.Skip(1))
        {
            var cut = line.LastIndexOf(',');
            Assert.EndsWith(previous, line[..cut], StringComparison.Ordinal);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line[..cut]))), line[(cut + 1)..]);
            previous = line[(cut + 1)..];
        }

        var head = sample.Run.Json("run.json")["auditHead"]!;
        Assert.Equal(previous, (string)head["hash"]!);
        Assert.Equal(lines.Length - 1, (int)head["rows"]!);
        Assert.Equal(
            sample.Run.Variants().Where(v => (string)v["status"]! != "failed").Select(v => (string)v["variantId"]!).Order(),
            sample.Run.Table("safety_audit.csv").Select(r => r["variant_id"]).Order());
    }
}
