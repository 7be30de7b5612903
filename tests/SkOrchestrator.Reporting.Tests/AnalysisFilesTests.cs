using System.Text.Json.Nodes;
using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;
using SkOrchestrator.Reporting.Tests.Fixtures;

namespace SkOrchestrator.Reporting.Tests;

public sealed class AnalysisFilesTests
{
    [Fact]
    public void Analysis_is_camel_case_with_keys_as_given_and_nulls_written()
    {
        using var folder = new RunFolder();
        AnalysisFiles.Write(SomeAnalysis.Create(), folder.Directory);
        var text = folder.Text("analysis.json");
        var json = JsonNode.Parse(text)!;

        Assert.Equal("click_rate", (string?)json["primaryMetric"]);
        Assert.NotNull(json["arms"]![0]!["metrics"]!["click_rate"]!["ciLow"]);
        var comparison = json["comparisons"]![0]!.AsObject();
        Assert.True(comparison.ContainsKey("notEstimable"));
        Assert.Null(comparison["notEstimable"]);
        Assert.DoesNotContain("\r", text);
        Assert.EndsWith("}\n", text);
    }

    [Fact]
    public void Analysis_reads_back_as_it_was_written()
    {
        using var folder = new RunFolder();
        AnalysisFiles.Write(SomeAnalysis.Create(), folder.Directory);
        var first = folder.Bytes("analysis.json");

        AnalysisFiles.Write(AnalysisFiles.Read(folder.Directory), folder.Directory);

        Assert.Equal(first, folder.Bytes("analysis.json"));
    }

    [Fact]
    public void A_number_that_is_none_is_never_written()
    {
        using var folder = new RunFolder();
        var broken = SomeAnalysis.Create() with { Alpha = double.NaN };

        Assert.ThrowsAny<ArgumentException>(() => AnalysisFiles.Write(broken, folder.Directory));
    }

    [Fact]
    public void Results_have_the_columns_that_others_rely_on()
    {
        var lines = AnalysisFiles.Results(SomeAnalysis.Create()).Split('\n');

        Assert.Equal(
            "segment,arm,metric,control_successes,control_trials,successes,trials,difference,difference_low,difference_high," +
            "lift_percent,lift_low,lift_high,test,p_value,p_value_adjusted,significant,chance_to_beat_control,not_estimable", lines[0]);
        Assert.All(lines[1..^1], line => Assert.Equal(19, line.Split(',').Length));
        Assert.Equal(27, lines.Length - 2);
    }

    [Fact]
    [Requirement("6.2")]
    public void Counts_of_all_are_totals_over_the_segments_it_includes()
    {
        var analysis = SomeAnalysis.Create();
        var partial = analysis with
        {
            Comparisons = [analysis.Comparisons.First(c => c.Arm == "any-treatment" && c.Metric == Metric.ClickRate) with { SegmentsIncluded = ["segment-1", "segment-3"] }],
        };
        var (control, controlTrials) = Sum("control");
        var treated = new[] { "treatment-1", "treatment-2", "treatment-3" }.Select(Sum).ToList();

        var row = AnalysisFiles.Results(partial).Split('\n')[1].Split(',');

        Assert.Equal(["all", "any-treatment", "click_rate", $"{control}", $"{controlTrials}", $"{treated.Sum(t => t.X)}", $"{treated.Sum(t => t.N)}"], row[..7]);

        (int X, int N) Sum(string arm)
        {
            var (a, b) = (SomeAnalysis.Counts("segment-1", arm, Metric.ClickRate), SomeAnalysis.Counts("segment-3", arm, Metric.ClickRate));
            return (a.Successes + b.Successes, a.Trials + b.Trials);
        }
    }

    [Fact]
    public void A_text_that_a_spreadsheet_would_run_is_made_inert_and_numbers_stay_numbers()
    {
        var comparison = SomeAnalysis.Create().Comparisons[0] with
        {
            Segment = "=cmd|' /C calc'!A0",
            NotEstimable = "a, \"b\"",
            AbsoluteDifference = new Interval(-0.25, -0.5, null),
        };

        var row = AnalysisFiles.Results(SomeAnalysis.Create() with { Comparisons = [comparison] }).Split('\n')[1];

        Assert.StartsWith("'=cmd|", row);
        Assert.Contains(",-0.25,-0.5,,", row);
        Assert.EndsWith("\"a, \"\"b\"\"\"", row);
    }
}
