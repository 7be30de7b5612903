using SkOrchestrator.Analysis;
using SkOrchestrator.Reporting.Model;
using SkOrchestrator.Reporting.Sections;
using SkOrchestrator.Reporting.Tests.Fixtures;

namespace SkOrchestrator.Reporting.Tests;

/// <summary>The words around a verdict say what was found, and no more.</summary>
public sealed class ReportVerdictTests
{
    [Theory]
    [InlineData(DecisionStatus.Inconclusive)]
    [InlineData(DecisionStatus.NotEnoughData)]
    public void A_treatment_that_is_worse_is_called_worse_and_not_to_be_used(string status)
    {
        var input = Worse(status, SomeTable.Treatments[0]);
        var text = Words(input, "decision");

        Assert.StartsWith("Mens E-Mail is worse than control\n", text);
        Assert.Contains("Do not use it.", text);
        Assert.Contains("No other treatment can be told apart from control.", text);
        Assert.Contains("Came out: Mens E-Mail against control on visit, over all segments: lift −30.0%", text);
        Assert.Contains("Do not use Mens E-Mail: Worse than control on visit", Words(input, "recommendations"));
        Assert.DoesNotContain("Choose by cost", Words(input, "recommendations"));
        Assert.DoesNotContain("larger sample", Words(input, "recommendations"));
    }

    [Fact]
    public void Two_that_are_worse_are_both_named()
    {
        var text = Words(Worse(DecisionStatus.Inconclusive, SomeTable.Treatments), "decision");

        Assert.StartsWith("Mens E-Mail and Womens E-Mail are worse than control\n", text);
        Assert.DoesNotContain("No other treatment", text);
    }

    [Theory]
    [InlineData(DecisionStatus.Simulated)]
    [InlineData(DecisionStatus.AaCheck)]
    [InlineData(DecisionStatus.Unhealthy)]
    [InlineData(DecisionStatus.WindowOpen)]
    public void Nothing_is_worse_where_no_verdict_may_be_drawn(string status)
    {
        var input = Worse(status, SomeTable.Treatments[0]);

        Assert.DoesNotContain("worse than control", Words(input, "decision").Split('\n')[0]);
        Assert.DoesNotContain("Do not use", Words(input, "recommendations"));
    }

    [Fact]
    public void A_rule_that_forbids_a_verdict_forbids_worse_too()
    {
        var input = With(Worse(DecisionStatus.Inconclusive, SomeTable.Treatments[0]), a => a with { Decision = a.Decision with { Rules = ["There is no verdict from visit: mail programs open mails by themselves."] } });

        Assert.StartsWith("Inconclusive\n", Words(input, "decision"));
    }

    [Theory]
    [InlineData("none", 2)]
    [InlineData("holm", 1)]
    public void Correction_is_spoken_of_only_where_there_is_one(string correction, int treatments)
    {
        var input = With(SomeTable.Plain(), a => a with
        {
            Correction = correction,
            Arms = [.. a.Arms.Where(x => x.Arm != SomeTable.Treatments[1] || treatments > 1)],
            Comparisons = [.. a.Comparisons.Where(c => c.Arm != SomeTable.Treatments[1] || treatments > 1)],
        });
        string[] sections = ["decision", "lift", "scorecard", "rates"];
        var text = string.Join('\n', sections.Select(s => Words(input, s)));

        Assert.DoesNotContain("after correction", text);
        Assert.DoesNotContain("corrected (", text);
        Assert.DoesNotContain("p corrected", text);
        Assert.Equal(treatments > 1, text.Contains("all treatments", StringComparison.Ordinal));
        Assert.Equal(treatments > 1, text.Contains("not corrected for several treatments", StringComparison.Ordinal));
        Assert.Contains("after correction for several treatments", Words(SomeTable.Plain(), "decision"));
    }

    [Fact]
    public void A_winner_from_a_small_sample_is_imprecise_and_needs_no_larger_one()
    {
        var winner = Words(SomeTable.Plain(), "decision") + Words(SomeTable.Plain(), "recommendations") + Words(SomeTable.Plain(), "health");
        var unclear = With(SomeTable.Plain(), a => a with { Decision = a.Decision with { Status = DecisionStatus.Inconclusive } });

        Assert.Contains("the estimate is imprecise", winner);
        Assert.DoesNotContain("Plan a larger sample", winner);
        Assert.DoesNotContain("too small.", winner.Replace("the sample is too small for conversion", string.Empty, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Plan a larger sample", Words(unclear, "recommendations"));
    }

    [Fact]
    public void The_table_of_differences_between_segments_says_how_its_p_values_are_corrected()
    {
        var note = ReportBuilder.Build(SomeTable.Plain()).Tables.Single(t => t.Id == "heterogeneity").Note!;

        Assert.Contains("by Holm over all 3 questions of this kind", note);
    }

    [Fact]
    public void A_broken_split_has_no_mark_of_direction_anywhere()
    {
        var input = With(SomeTable.Full(DecisionStatus.Unhealthy), a => a with { SampleRatio = a.SampleRatio with { Mismatch = true, PValue = 0.00001 } });
        var model = ReportBuilder.Build(input);

        string[] ids = ["scorecard-visit", "segment-lift", "guardrails", "monitoring"];
        Assert.All(ids, id => Assert.All(model.Tables.Single(t => t.Id == id).Rows, row => Assert.Contains(row[^1], new[] { "– no verdict", "–" })));
        Assert.All(model.Figures.Where(f => f.Chart.IsDifference), f => Assert.False(f.Chart.HasDirection));
        Assert.DoesNotContain("▲", ReportWordsOf.Section(model, "lift"));
        Assert.All(ReportBuilder.Build(SomeTable.Plain()).Figures, f => Assert.True(f.Chart.HasDirection));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Page_one_says_when_pooled_figures_point_the_other_way(bool isReversed)
    {
        var input = With(SomeTable.Plain(), a => a with
        {
            Comparisons = [.. a.Comparisons.Select(c => c is { Segment: "all", Metric: "visit", Arm: "Womens E-Mail" } ? c with { Reversal = isReversed, Crude = -0.1, Significant = false } : c)],
            Notes = isReversed ? ["Reversal: Womens E-Mail points the other way."] : [],
        });

        Assert.Equal(isReversed, Words(input, "decision").Contains("visit, Womens E-Mail: pooled −10.0 pp, inside the segments +", StringComparison.Ordinal));
        Assert.Equal(isReversed, Words(input, "health").Contains("Reversal: Womens E-Mail", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_from_a_file_keep_their_case_and_an_arm_named_all_is_not_all_treatments()
    {
        var input = With(SomeTable.Plain(), a => a with
        {
            PrimaryMetric = "a|b",
            Arms = [.. a.Arms.Select(x => x with { Arm = All(x.Arm), Metrics = x.Metrics.ToDictionary(m => Metric(m.Key), m => m.Value) })],
            Comparisons = [.. a.Comparisons.Select(c => c with { Arm = All(c.Arm), Metric = Metric(c.Metric) })],
            Notes = ["a|b is not known in 3 rows.", "rows were left out."],
        });
        var model = ReportBuilder.Build(input);

        Assert.Contains(model.Tables, t => t.Caption == "a|b (primary metric)");
        Assert.Contains("a|b is not known", ReportWordsOf.Section(model, "method"));
        Assert.Contains("Rows were left out", ReportWordsOf.Section(model, "method"));
        Assert.DoesNotContain("A|b", string.Join('\n', model.Sections.Select(s => ReportWordsOf.Blocks(s.Blocks))));
        Assert.Equal(["No E-Mail (control)", "Womens E-Mail", "all (T2)", "all treatments"], model.Tables.First(t => t.Caption.StartsWith("a|b", StringComparison.Ordinal)).Rows.Select(r => r[0]));
    }

    private static string All(string arm) => arm == SomeTable.Treatments[0] ? "all" : arm;

    private static string Metric(string metric) => metric == "visit" ? "a|b" : metric;

    /// <summary>The treatments named are worse, the others unclear.</summary>
    private static AnalysisReportInput Worse(string status, params string[] arms) => With(SomeTable.Plain(), a => a with
    {
        EngagementSource = status == DecisionStatus.Simulated ? "simulated" : a.EngagementSource,
        Decision = a.Decision with { Status = status, Rules = [] },
        Window = status == DecisionStatus.WindowOpen ? new ObservationWindow(SomeTable.Now, SomeTable.Now.AddDays(3), 0.62) : null,
        Comparisons = [.. a.Comparisons.Select(c => c is not { Segment: "all", Metric: "visit" } ? c : arms.Contains(c.Arm)
            ? c with { AbsoluteDifference = new(c.Arm == arms[0] ? -0.03 : -0.02, -0.05, -0.01), RelativeLiftPercent = new(-30, -50, -10), Significant = true }
            : c with { AbsoluteDifference = new(0.001, -0.02, 0.02), RelativeLiftPercent = new(1, -20, 20), Significant = false })],
    });

    private static AnalysisReportInput With(AnalysisReportInput input, Func<ExperimentAnalysis, ExperimentAnalysis> change) => input with { Analysis = change(input.Analysis) };

    private static string Words(AnalysisReportInput input, string section) => ReportWordsOf.Section(ReportBuilder.Build(input), section);
}
