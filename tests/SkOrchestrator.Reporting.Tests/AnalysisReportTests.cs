using SkOrchestrator.Analysis;
using SkOrchestrator.Experiment;
using SkOrchestrator.Reporting.Model;
using SkOrchestrator.Reporting.Sections;
using SkOrchestrator.Reporting.Tests.Fixtures;

namespace SkOrchestrator.Reporting.Tests;

public sealed class AnalysisReportTests
{
    [Fact]
    public void A_report_without_a_run_has_no_messages_no_safety_and_no_audience()
    {
        using var folder = RunFolder.Of(SomeTable.Plain());
        var html = folder.Text("report/report.html");

        Assert.All(["report/report.pdf", "report/report.ipynb", "report/charts/lift-by-variant.svg", "report/charts/lift-by-segment-3.png"], f => Assert.True(File.Exists(folder.Path(f)), f));
        Assert.DoesNotContain(ReportBuilder.Build(SomeTable.Plain()).Sections, s => s.Id is "messages" or "safety" or "funnel" or "segments" or "citations");
        Assert.DoesNotContain("safety_audit", html);
        Assert.DoesNotContain(" run ", html.Replace("one run ", string.Empty, StringComparison.Ordinal));
        Assert.Contains("<title>Experiment analysis – hillstrom.csv</title>", html);
    }

    [Fact]
    public void Sections_stand_only_where_there_is_something_to_show()
    {
        string[] extra = ["guardrails", "monitoring", "arms-together", "other-estimates", "attribution"];

        Assert.DoesNotContain(ReportBuilder.Build(SomeTable.Plain()).Sections, s => extra.Contains(s.Id));
        Assert.Equal(
            ["decision", "health", "lift", "scorecard", "guardrails", "monitoring", "rates", "arms-together", "other-estimates", "segment-lift", "attribution",
                "recommendations", "input", "method", "glossary"],
            ReportBuilder.Build(SomeTable.Full()).Sections.Select(s => s.Id));
        Assert.DoesNotContain(ReportBuilder.Build(Some.Report()).Sections, s => extra[..4].Contains(s.Id));
    }

    [Fact]
    public void Each_deviation_from_the_plan_stands_on_page_one_and_is_called_exploratory()
    {
        var text = Decision(SomeTable.Full());

        Assert.Contains("EXPLORATORY: the primary metric is visit; planned was conversion", text);
        Assert.Contains("EXPLORATORY: the analysis ended on 2026-09-20", text);
        Assert.Contains("Plan locked on 2026-08-31 09:00 UTC (hash 0123456789ab)", text);
        Assert.Contains("Confirm before you rely on it", Recommendations(SomeTable.Full()));
    }

    [Fact]
    public void A_plan_that_was_kept_is_one_line()
    {
        var full = SomeTable.Full();
        var kept = full with { Analysis = full.Analysis with { Plan = full.Analysis.Plan! with { Deviations = [] } } };

        Assert.Contains("Plan locked on 2026-08-31 09:00 UTC (hash 0123456789ab): nothing was done otherwise.", Decision(kept));
        Assert.DoesNotContain("EXPLORATORY", Decision(kept));
        Assert.DoesNotContain("Confirm before", Recommendations(kept));
    }

    [Fact]
    public void An_open_window_is_said_with_its_share_and_end_and_takes_the_place_of_the_p_value()
    {
        var text = Decision(SomeTable.Full(DecisionStatus.WindowOpen));

        Assert.Contains("The window is open: 62.0% of it has passed", text);
        Assert.Contains("until 2026-09-23 09:00 UTC", text);
        Assert.Contains("Came out so far", text);
        Assert.DoesNotContain("p-value:", text);
        Assert.Contains("Wait until 2026-09-23 09:00 UTC", Recommendations(SomeTable.Full(DecisionStatus.WindowOpen)));
        Assert.Contains("p-value:", Decision(SomeTable.Plain()));
    }

    [Fact]
    public void A_broken_split_shows_no_effect_on_page_one_and_says_where_to_look()
    {
        var plain = SomeTable.Plain();
        var broken = plain with
        {
            Analysis = plain.Analysis with
            {
                Decision = plain.Analysis.Decision with { Status = DecisionStatus.Unhealthy },
                Omnibus = [new("visit", "chi_square", 551.3, 2, 0)],
                SampleRatio = plain.Analysis.SampleRatio with
                {
                    PValue = 0.00001,
                    Mismatch = true,
                    Stage = StageName.Delivered,
                    Stages = [new(StageName.Assigned, 0.2, 2, 0.9, false), new(StageName.Delivered, 30, 2, 0.00001, true)],
                },
            },
        };
        var text = Decision(broken);

        Assert.Contains("nothing that may be read", text);
        Assert.DoesNotContain("Lift:", text);
        Assert.DoesNotContain("57.5%", text);
        Assert.StartsWith("Share of each arm that was delivered, compared", Table(broken, "health-checks").Rows[0][2]);
        Assert.Contains("whose mails bounce", Recommendations(broken));
        Assert.Equal("– not to be read", Table(broken, "omnibus").Rows[0][^1]);
        Assert.All(Table(broken, "heterogeneity").Rows, row => Assert.Equal("– not to be read", row[^1]));
    }

    [Theory]
    [InlineData(DecisionStatus.StopForHarm, "Stop sending Womens E-Mail, Mens E-Mail")]
    [InlineData(DecisionStatus.Equivalent, "Choose by cost")]
    [InlineData(DecisionStatus.Inconclusive, "Claim no winner")]
    [InlineData(DecisionStatus.Unhealthy, "Find the cause")]
    public void Each_status_has_its_next_step(string status, string step) => Assert.Contains(step, Recommendations(SomeTable.Full(status)));

    [Fact]
    public void Without_a_plan_the_next_one_is_to_be_fixed_first()
    {
        Assert.Contains("Fix the rules first next time", Recommendations(SomeTable.Plain()));
        Assert.Contains("orchestrator plan --lock", Recommendations(SomeTable.Plain() with { EventFiles = SomeTable.Full().EventFiles }));
    }

    [Fact]
    public void Amounts_are_compared_as_amounts_and_rates_in_points()
    {
        var spend = Table(SomeTable.Plain(), "scorecard-total-spend");

        Assert.Equal("+0.77 (+0.49 to +1.06)", spend.Rows[1][3].Replace('\u00a0', ' '));
        Assert.DoesNotContain("pp", string.Concat(spend.Rows.SelectMany(r => r)));
        Assert.Contains("pp", Table(SomeTable.Plain(), "scorecard-visit").Rows[1][3]);
        Assert.Contains("0.55%", Table(SomeTable.Plain(), "scorecard-conversion").Rows[0][2]);
    }

    [Fact]
    public void Simultaneous_intervals_have_their_column_where_there_are_any()
    {
        var visit = Table(SomeTable.Plain(), "scorecard-visit");

        Assert.Equal("All treatments at once", visit.Columns[4].Header);
        Assert.Equal("+5.3 to +10.1", visit.Rows[1][4].Replace('\u00a0', ' '));
        Assert.DoesNotContain(Table(SomeTable.Plain(), "scorecard-total-spend").Columns, c => c.Header == "All treatments at once");
    }

    [Fact]
    public void Control_is_named_and_arms_keep_the_names_of_the_file()
    {
        Assert.Equal(["No E-Mail (control)", "Mens E-Mail", "Womens E-Mail", "all treatments"], Table(SomeTable.Plain(), "scorecard-visit").Rows.Select(r => r[0]));
        Assert.Equal(["T1", "T2"], ReportBuilder.Build(SomeTable.Plain()).Figures.Single(f => f.Id == "lift-by-segment").Chart.Series.Select(s => s.ShortName));
    }

    [Fact]
    public void Each_breakdown_has_its_table_and_its_chart()
    {
        var model = ReportBuilder.Build(SomeTable.Plain());

        Assert.Equal(["womens=0", "womens=1"], model.Tables.Single(t => t.Id == "segment-lift").Rows.Select(r => r[0]).Distinct());
        Assert.Equal("visit by zip_area (exploratory)", model.Tables.Single(t => t.Id == "segment-lift-3").Caption);
        Assert.Equal(["newbie=0", "newbie=1"], model.Figures.Single(f => f.Id == "lift-by-segment-2").Chart.Groups.Select(g => g.Label));
    }

    [Fact]
    public void An_effect_differs_only_when_the_corrected_p_value_says_so()
    {
        var rows = Table(SomeTable.Plain(), "heterogeneity").Rows;
        var text = ReportWordsOf.Section(ReportBuilder.Build(SomeTable.Plain()), "segment-lift");

        Assert.Equal(["▲ effect differs", "● no sign of it", "● no sign of it"], rows.Select(r => r[^1]));
        Assert.Contains("The effect of Womens E-Mail on visit differs between the values of womens", text);
        Assert.Contains("There is no sign that an effect on visit differs between the values of newbie", text);
    }

    [Fact]
    public void A_difference_on_one_scale_only_is_no_difference()
    {
        var plain = SomeTable.Plain();
        var tests = plain.Analysis.Heterogeneity.Take(1).Select(h => h with { PValue = 0.001, PValueAdjusted = 0.4, OneScaleOnly = true }).ToList();
        var model = ReportBuilder.Build(plain with { Analysis = plain.Analysis with { Heterogeneity = [tests[0], tests[0] with { Test = "cochran_q", PValue = 0.3, OneScaleOnly = false }] } });

        Assert.Equal(["● on one scale only"], model.Tables.Single(t => t.Id == "heterogeneity").Rows.Select(r => r[^1]));
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(ReportWordsOf.Section(model, "segment-lift"), "There is no sign that"));
    }

    [Fact]
    public void Caveats_do_not_repeat_what_the_box_of_deviations_says()
    {
        var full = SomeTable.Full();
        var caveat = "Exploratory, because it deviates from the locked plan: " + full.Analysis.Plan!.Deviations[0];
        var repeated = full with { Analysis = full.Analysis with { Decision = full.Analysis.Decision with { Caveats = [caveat, "Opens include machines."] } } };

        Assert.DoesNotContain("Exploratory, because", Decision(repeated));
        Assert.Contains("Opens include machines.", Decision(repeated));
    }

    [Fact]
    public void A_planned_look_says_which_one_it_is_and_waits_before_the_first()
    {
        var full = SomeTable.Full();
        var looks = full with { Analysis = full.Analysis with { Monitoring = new MonitoringResult("group_sequential", 0.5, [new(SomeTable.Treatments[0], 1.1, 2.96, false, null, null)]) { Look = 2, Looks = 4 } } };
        var early = full with { Analysis = full.Analysis with { Monitoring = new MonitoringResult("group_sequential", 0.1, [new(SomeTable.Treatments[0], 1.1, null, false, null, null)]) { Looks = 4 } } };

        Assert.Contains("This is look 2 of 4.", ReportWordsOf.Section(ReportBuilder.Build(looks), "monitoring"));
        Assert.Equal("● before the first look", Table(early, "monitoring").Rows[0][^1]);
        Assert.Contains("Group-sequential bounds:", ReportWordsOf.Section(ReportBuilder.Build(looks), "method"));
    }

    [Fact]
    public void A_column_with_an_equals_sign_in_its_name_is_one_breakdown()
    {
        var breakdowns = ReportBreakdown.Of(["a=b=1", "a=b=2", "a=3", "segment-1", "=x"], ["a=b"]);

        Assert.Equal(["a=b", "a", "segment"], breakdowns.Select(b => b.By));
        Assert.Equal(["segment-1", "=x"], breakdowns[2].Segments);
    }

    [Fact]
    public void Guardrails_show_rates_margin_and_outcome()
    {
        var rows = Table(SomeTable.Full(), "guardrails").Rows;

        Assert.Equal(["unsubscribe rate", "Mens E-Mail", "0.18%", "0.21%", "+0.030 pp (−0.050 to +0.090)", "+0.10 pp", "▲ passed: within the margin"], rows[0].Select(c => c.Replace('\u00a0', ' ')));
        Assert.Equal("– not estimable", rows[^1][^1]);
        Assert.Contains("Womens E-Mail, complaint rate: 0.35% reaches the limit", ReportWordsOf.Section(ReportBuilder.Build(SomeTable.Full()), "guardrails"));
    }

    [Fact]
    public void Looks_before_the_end_are_said_to_be_valid_at_any_look()
    {
        var text = ReportWordsOf.Section(ReportBuilder.Build(SomeTable.Full()), "monitoring");

        Assert.Contains("valid at any look", text);
        Assert.Contains("±2.31", text);
        Assert.Contains("▲ crossed: better than control", text);
        Assert.Contains("62.0% of the planned information", text);
    }

    [Fact]
    public void Health_shows_every_stage_and_what_became_of_the_mails()
    {
        Assert.Equal(["Assigned", "Sent", "Delivered"], Table(SomeTable.Full(), "sample-ratio-stages").Rows.Select(r => r[0]));
        Assert.Equal(["Mens E-Mail", "2,000", "2,000 (100.0%)", "1,998 (99.9%)", "1,969 (98.5%)", "29 (1.5%)", "397 (19.9%)"], Table(SomeTable.Full(), "delivery").Rows[1]);
        Assert.Contains("exactly the planned counts", Table(SomeTable.Full(), "health-checks").Rows[0][2]);
    }

    [Fact]
    public void Ranking_and_adjusted_estimates_say_what_they_rest_on()
    {
        var model = ReportBuilder.Build(SomeTable.Full());

        Assert.Contains("womens=0, womens=1 (98.0% of the customers)", model.Tables.Single(t => t.Id == "ranking").Note);
        Assert.Equal("> 99.9%", model.Tables.Single(t => t.Id == "ranking").Rows[0][2].Replace('\u00a0', ' '));
        var cuped = model.Tables.Single(t => t.Id == "adjusted").Rows[0];
        Assert.Equal(("CUPED with history (theta 0.00013)", "19.0%"), (cuped[4], cuped[5]));
        Assert.StartsWith("+7.7", cuped[2]);
        Assert.Contains("decides nothing", model.Tables.Single(t => t.Id == "ratios").Note);
    }

    [Fact]
    public void Methods_are_explained_when_they_were_used()
    {
        string plain = ReportWordsOf.Section(ReportBuilder.Build(SomeTable.Plain()), "method"), full = ReportWordsOf.Section(ReportBuilder.Build(SomeTable.Full()), "method");

        Assert.All(["Wilson", "Newcombe", "Koopman", "Cochran–Mantel–Haenszel", "Holm", "Benjamini–Hochberg", "Simultaneous interval"], m => Assert.Contains(m, plain));
        Assert.All(["CUPED:", "Non-inferiority", "Confidence sequence"], m => Assert.DoesNotContain(m, plain));
        Assert.All(["CUPED:", "Non-inferiority", "Confidence sequence"], m => Assert.Contains(m, full));
        Assert.DoesNotContain("Group-sequential", full);
    }

    [Fact]
    public void What_was_read_stands_in_the_report()
    {
        var text = ReportWordsOf.Section(ReportBuilder.Build(SomeTable.Full()), "input");

        Assert.Contains("64,000 rows read", text);
        Assert.Equal(["events-2026-09.jsonl.gz", "sendgrid", "18,204", "17,950", "120", "96", "38", "2,110", "41", "63"], Table(SomeTable.Full(), "event-files").Rows[0]);
    }

    [Fact]
    public void Attribution_speaks_of_association_and_never_of_cause()
    {
        var text = ReportWordsOf.Section(ReportBuilder.Build(SomeTable.Full()), "attribution");

        Assert.Contains("▲ associated with more", text);
        Assert.Contains("reference level", text);
        Assert.DoesNotMatch(@"\bcauses?\b(?<!not causes)", text);
    }

    [Fact]
    public void Labels_and_tones_of_a_finished_run_are_used()
    {
        var plain = SomeTable.Plain();
        var named = plain with
        {
            SegmentLabels = new Dictionary<string, string> { ["womens=1"] = "Bought womens goods" },
            ArmNames = new Dictionary<string, string> { [SomeTable.Treatments[0]] = "urgent" },
        };

        Assert.Contains(Table(named, "segment-lift").Rows, r => r[0] == "Bought womens goods" && r[1] == "Mens E-Mail (urgent)");
    }

    [Fact]
    public void Same_analysis_gives_the_same_bytes()
    {
        using var first = RunFolder.Of(SomeTable.Full());
        using var second = RunFolder.Of(SomeTable.Full());

        Assert.All(["report/report.html", "report/report.pdf", "report/report.ipynb"], f => Assert.Equal(first.Bytes(f), second.Bytes(f)));
    }

    private static string Decision(AnalysisReportInput input) => ReportWordsOf.Section(ReportBuilder.Build(input), "decision");

    private static string Recommendations(AnalysisReportInput input) => ReportWordsOf.Section(ReportBuilder.Build(input), "recommendations");

    private static ReportTable Table(AnalysisReportInput input, string id) => ReportBuilder.Build(input).Tables.Single(t => t.Id == id);
}
