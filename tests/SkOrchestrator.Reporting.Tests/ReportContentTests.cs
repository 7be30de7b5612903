using System.Text.RegularExpressions;
using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;
using SkOrchestrator.Reporting.Model;
using SkOrchestrator.Reporting.Sections;
using SkOrchestrator.Reporting.Tests.Fixtures;

namespace SkOrchestrator.Reporting.Tests;

public sealed class ReportContentTests
{
    [Fact]
    [Requirement("6.2")]
    [Requirement("5.7")]
    public void Scorecard_shows_the_numbers_of_the_analysis()
    {
        var input = Some.Report();
        var table = Table(input, "scorecard-click-rate");

        var c = input.Analysis.Comparisons.Single(x => x is { Segment: "all", Arm: "treatment-3", Metric: Metric.ClickRate });
        var (successes, trials) = SomeAnalysis.Counts("all", "treatment-3", Metric.ClickRate);
        var row = table.Rows.Single(r => r[0] == "treatment-3 (friendly)");
        Assert.Equal($"{successes}\u00a0/\u00a0{trials}", row[1]);
        Assert.StartsWith(ReportNumber.Percent((double)successes / trials), row[2]);
        Assert.StartsWith(ReportNumber.Lift(c.RelativeLiftPercent!.Estimate), row[4]);
        Assert.Equal("+25.0% (covered)", row[5]);
        Assert.Equal(["0.370", ">\u00a00.999", "● no clear difference"], row.Skip(6));
    }

    [Fact]
    [Requirement("6.3")]
    public void Safety_counts_variants_and_names_the_reasons()
    {
        var input = Some.Report();
        var section = ReportBuilder.Build(input).Sections.Single(s => s.Id == "safety");

        var numbers = section.Blocks.OfType<KeyNumbers>().Single().Numbers.ToDictionary(n => n.Label, n => n.Value);
        Assert.Equal(("13", "11", "1", "1", "91.7%"),
            (numbers["Variants generated"], numbers["Approved"], numbers["Blocked"], numbers["Failed"], numbers["Pass rate"]));
        Assert.Equal(["violence", "1", "8.3%", "6"], Table(input, "block-reasons").Rows.Single());
        Assert.Equal(["segment-3.urgent", "segment-4.urgent"], Table(input, "not-approved").Rows.Select(r => r[0]));
    }

    [Fact]
    [Requirement("6.5")]
    public void Attribution_is_called_an_association()
    {
        var section = ReportBuilder.Build(Some.Report()).Sections.Single(s => s.Id == "attribution");

        Assert.Equal("Associations, not causes", section.Blocks.OfType<Callout>().Single().Title);
        Assert.Equal("loyalty tier: gold", section.Blocks.OfType<ReportTable>().Single().Rows[0][0]);
    }

    [Fact]
    [Requirement("6.6")]
    public void Citations_are_ordered_by_use_in_the_best_variants() =>
        Assert.Equal([["DOC-007", "Loyalty Points Explained", "9", "3"], ["DOC-012", "Choosing Hiking Boots", "5", "1"]], Table(Some.Report(), "citations").Rows);

    [Fact]
    [Requirement("6.7")]
    public void Recommendations_name_next_steps_and_what_scaling_takes()
    {
        var text = Recommendations(Some.Report());

        Assert.Contains("Run it for real", text);
        Assert.Contains("orchestrator run --engagement historical --arm-column COLUMN", text);
        Assert.Contains("7,013 per arm are needed", text);
        Assert.Contains("Operational considerations for scaling", text);
        Assert.Contains("37 model calls", text);
        Assert.DoesNotContain("Use treatment", text);
    }

    [Fact]
    [Requirement("5.8")]
    public void A_sample_that_is_too_small_is_said_with_its_intervals()
    {
        var model = ReportBuilder.Build(Some.Report());

        Assert.Contains("▼ too small", model.Tables.Single(t => t.Id == "health-checks").Rows.Single(r => r[0] == "Power")[1]);
        Assert.Contains(" to ", Table(Some.Report(), "scorecard-click-rate").Rows[1][4].Replace('\u00a0', ' '));
    }

    [Fact]
    public void A_winner_is_recommended_only_when_engagement_was_real()
    {
        var real = Some.Report("winner");
        var winning = real with { Analysis = real.Analysis with { Comparisons = [.. real.Analysis.Comparisons.Select(Win)] } };
        var simulated = winning with { Analysis = winning.Analysis with { EngagementSource = "simulated" } };

        Assert.Contains("Use treatment-3 (friendly)", Recommendations(winning));
        Assert.DoesNotContain("Use treatment-3", Recommendations(simulated));

        static Comparison Win(Comparison c) => c is { Segment: "all", Arm: "treatment-3", Metric: Metric.ClickRate } ? c with { Significant = true } : c;
    }

    [Fact]
    public void What_cannot_be_estimated_is_a_dash_with_its_reason()
    {
        var input = Some.Report();
        var analysis = input.Analysis with
        {
            Comparisons = [.. input.Analysis.Comparisons.Select(c => c.Arm is "treatment-1" or "treatment-2"
                ? c with { RelativeLiftPercent = null, PValue = null, PValueAdjusted = null, NotEstimable = "the control rate is 0" } : c)],
        };
        var table = Table(input with { Analysis = analysis }, "scorecard-click-rate");

        var row = table.Rows.Single(r => r[0] == "treatment-1 (urgent)");
        Assert.Equal(("–", "–", "– not estimable"), (row[4], row[6], row[8]));
        Assert.Equal("Not estimable — treatment-1 (urgent), treatment-2 (informational): the control rate is 0.", table.Note);
    }

    [Fact]
    public void A_run_without_an_approved_message_says_why_and_shows_no_result()
    {
        var model = ReportBuilder.Build(Some.StoppedReport());

        Assert.Empty(model.Figures);
        var callouts = model.Sections[0].Blocks.OfType<Callout>().ToList();
        Assert.Contains(callouts, c => c.Title == "There was no experiment" && c.Lines.Any(l => l.Contains("control message was blocked", StringComparison.Ordinal)));
        Assert.DoesNotContain(model.Sections, s => s.Id is "scorecard" or "rates" or "lift");
        Assert.Contains(model.Sections, s => s.Id == "safety");
    }

    [Fact]
    public void A_run_that_observes_nothing_has_arms_and_no_results()
    {
        var input = Some.Report("inconclusive");
        var analysis = input.Analysis with
        {
            EngagementSource = "none",
            Arms = [.. input.Analysis.Arms.Select(a => a with { Metrics = new Dictionary<string, MetricSummary>() })],
            Comparisons = [],
            Power = [],
            Attribution = [],
            Heterogeneity = [],
        };
        var model = ReportBuilder.Build(input with { Analysis = analysis });

        Assert.Empty(model.Figures);
        Assert.DoesNotContain(model.Sections, s => s.Id is "scorecard" or "rates" or "lift" or "attribution");
        Assert.Equal(["All segments", "109", "109", "109", "109"], model.Tables.Single(t => t.Id == "assigned").Rows[^1]);
        Assert.Null(model.Stamp);
    }

    [Fact]
    public void Where_the_analysis_counts_nobody_the_funnel_speaks()
    {
        var input = Some.Report("not_enough_data");
        var unmeasured = input with
        {
            Analysis = input.Analysis with
            {
                EngagementSource = "none",
                Arms = [.. input.Analysis.Arms.Select(a => a with { Assigned = 0, Metrics = new Dictionary<string, MetricSummary>() })],
                Comparisons = [],
                Power = [],
            },
        };

        Assert.DoesNotContain(ReportBuilder.Build(unmeasured).Tables, t => t.Id == "assigned");
        var rows = ResultSummary.Of(unmeasured).Rows;
        Assert.Equal("–", rows[0][1]);
        Assert.Equal(ReportNumber.Count(input.Run.Funnel.Assigned), rows[^1][1]);
        Assert.All(Table(unmeasured, "citations").Rows, row => Assert.Equal(3, row.Count));
    }

    [Fact]
    public void Console_summary_has_a_row_for_each_segment_and_one_for_all()
    {
        var summary = ResultSummary.Of(Some.Report());

        Assert.Equal(5, summary.Rows.Count);
        Assert.Equal(["New app users", "100", "2", "1", "0"], summary.Rows[2].Take(5));
        Assert.Equal(["All segments", "436", "11", "1", "1"], summary.Rows[4].Take(5));
        Assert.StartsWith("SIMULATED ENGAGEMENT", summary.Remark);
        Assert.All(summary.Rows, r => Assert.Equal(summary.Columns.Count, r.Count));
    }

    [Theory]
    [InlineData("simulated")]
    [InlineData("aa_check")]
    [InlineData("inconclusive")]
    public void Executive_summary_says_what_was_tested_what_came_out_and_what_is_next(string status)
    {
        var input = Some.Report(status);
        var lines = Summary(input).OfType<BulletList>().First().Items;

        Assert.Equal(
            ["Tested", status switch { "simulated" => "Came out (simulated)", "aa_check" => "Came out (A/A check, chance only)", _ => "Came out" }, "Messages", "Sample", "Next"],
            lines.Select(l => l[..l.IndexOf(':', StringComparison.Ordinal)]));
        var all = input.Analysis.Comparisons.Single(c => c is { Segment: "all", Arm: "any-treatment", Metric: Metric.ClickRate });
        Assert.Contains($"lift {ReportNumber.Lift(all.RelativeLiftPercent!.Estimate)} (95% interval {ReportNumber.LiftRange(all.RelativeLiftPercent)})", lines[1]);
        Assert.Contains("11 of 13 approved, 1 blocked", lines[2]);
        Assert.Contains("too small", lines[3]);
        Assert.Contains("7,013", lines[3]);
        Assert.Contains("Plan a larger sample", lines[4]);
    }

    [Fact]
    public void A_run_that_measured_nothing_is_not_called_a_small_sample()
    {
        var input = Some.Report("not_enough_data");
        var blocks = Summary(input with { Analysis = input.Analysis with { EngagementSource = "none", Comparisons = [], Power = [] } });

        Assert.Equal("Nothing measured yet", blocks.OfType<Callout>().Single().Title);
        Assert.DoesNotContain(blocks.OfType<KeyNumbers>().Single().Numbers, n => n.Value == "–");
        Assert.Contains("Send the messages and measure", blocks.OfType<BulletList>().First().Items[^1]);
    }

    [Fact]
    public void A_note_of_the_analysis_is_told_once_and_in_words()
    {
        var input = Some.Report();
        string[] notes = ["Warning: the sample is too small for click_rate; a lift of 10 % needs more.", "any-treatment is one question; segment-3 and segment-3.urgent differ."];
        var model = ReportBuilder.Build(input with { Analysis = input.Analysis with { Notes = notes }, Warnings = notes });

        var text = Text(model);
        Assert.Single(Regex.Matches(text, "The sample is too small for click rate; a lift of 10% needs more\\."));
        Assert.Single(Regex.Matches(text, "All treatments together are one question; New app users and segment-3\\.urgent differ\\."));
        Assert.DoesNotContain("any-treatment", text);
    }

    [Theory]
    [InlineData("aa_check", "A/A CHECK")]
    [InlineData("simulated", "SIMULATED ENGAGEMENT")]
    [InlineData("winner", null)]
    public void The_stamp_says_what_the_numbers_are_not(string status, string? stamp)
    {
        var model = ReportBuilder.Build(Some.Report(status));

        Assert.Equal(stamp, model.Stamp);
        Assert.All(model.Figures, f => Assert.Equal(stamp, f.Chart.Stamp));
    }

    private static IReadOnlyList<ReportBlock> Summary(ReportInput input) => ReportBuilder.Build(input).Sections.Single(s => s.Id == "decision").Blocks;

    private static string Text(ReportModel model) => string.Join('\n', model.Sections.SelectMany(s => s.Blocks).SelectMany(b => b switch
    {
        BulletList list => list.Items,
        Callout callout => callout.Lines,
        Paragraph paragraph => [paragraph.Text],
        _ => [],
    }));

    private static ReportTable Table(ReportInput input, string id) => ReportBuilder.Build(input).Tables.Single(t => t.Id == id);

    private static string Recommendations(ReportInput input) => string.Join('\n', ReportBuilder.Build(input).Sections.Single(s => s.Id == "recommendations").Blocks
        .SelectMany(b => b switch { BulletList list => list.Items, CommandLine command => [command.Text], Subheading heading => [heading.Text], _ => [] }));
}
