using System.Globalization;
using System.Text.RegularExpressions;
using SkOrchestrator.Analysis;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Composition;

/// <summary>The narrated result says what the analysis says, and no number more.</summary>
public sealed partial class ResultNarrativeTests
{
    [Fact]
    [Requirement("5.6")]
    public async Task It_says_SIMULATED_first_gives_each_lift_with_its_interval_and_names_no_winner()
    {
        var text = await Narrate(Analysis("simulated", "simulated"));

        Assert.StartsWith("SIMULATED", text, StringComparison.Ordinal);
        Assert.Contains("On click rate, treatment-3 stands at a lift of 24.1% over control (interval -3.0% to 60.2%), treatment-1 at -4.5% (-20.0% to 12.0%).", text, StringComparison.Ordinal);
        Assert.Contains("The lift of treatment-2 on click rate could not be estimated: control has no clicks.", text, StringComparison.Ordinal);
        Assert.Contains("31.0% for treatment-3 in Frequent gardeners", text, StringComparison.Ordinal);
        Assert.DoesNotContain("winner", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("is significant", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_number_it_says_is_in_the_analysis()
    {
        var allowed = Comparisons().Select(c => c.RelativeLiftPercent).OfType<Interval>().SelectMany(i => (double?[])[i.Estimate, i.CiLow, i.CiHigh])
            .OfType<double>().Select(n => n.ToString("0.0", CultureInfo.InvariantCulture)).ToHashSet();

        foreach (var (source, status) in (string[])["simulated", "historical", "imported"] is var sources
            ? sources.SelectMany(s => ((string[])["simulated", "inconclusive", "winner", "window_open"]).Select(t => (s, t)))
            : [])
        {
            var numbers = Number().Matches(await Narrate(Analysis(source, status))).Select(m => m.Value).ToList();
            Assert.NotEmpty(numbers);
            Assert.All(numbers, n => Assert.Contains(n, allowed));
        }
    }

    [Theory]
    [InlineData("winner", true)]
    [InlineData("inconclusive", false)]
    [InlineData("equivalent", false)]
    [InlineData("not_enough_data", false)]
    [InlineData("unhealthy", false)]
    [InlineData("aa_check", false)]
    public async Task A_winner_is_named_only_where_the_decision_names_one(string status, bool named) =>
        Assert.Equal(named, (await Narrate(Analysis("historical", status))).Contains("winner", StringComparison.OrdinalIgnoreCase));

    [Fact]
    [Requirement("5.7")]
    public async Task Significance_is_told_where_engagement_was_observed()
    {
        var none = await Narrate(Analysis("historical", "inconclusive"));
        var some = await Narrate(Analysis("historical", "winner") with { Comparisons = [.. Comparisons().Select(c => c with { Significant = c.Arm == "treatment-3" })] });

        Assert.Contains("no difference from control is significant", none, StringComparison.Ordinal);
        Assert.Contains("significant for treatment-3", some, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_engagement_there_is_nothing_to_compare() =>
        Assert.DoesNotMatch(Number(), await Narrate(Analysis("none", "not_enough_data")));

    private static Task<string> Narrate(ExperimentAnalysis analysis) =>
        Some.Answer(TaskName.NarrateResult, new NarrateResultArguments(analysis, [Some.Segment()], PhraseFolder.Book));

    private static ExperimentAnalysis Analysis(string source, string status) => new()
    {
        ExperimentId = "autumn",
        Alpha = 0.05,
        Correction = "holm",
        Seed = 1,
        EngagementSource = source,
        PrimaryMetric = "click_rate",
        Control = "control",
        SampleRatio = new SampleRatioResult(),
        Comparisons = Comparisons(),
        Decision = new Decision(status, [], []),
    };

    private static IReadOnlyList<Comparison> Comparisons() =>
    [
        Lift("all", "treatment-1", new Interval(-4.5, -20, 12)),
        Lift("all", "treatment-2", null) with { NotEstimable = "control has no clicks" },
        Lift("all", "treatment-3", new Interval(24.1, -3, 60.2)),
        Lift("all", "any-treatment", new Interval(9.9, 1, 20)),
        Lift("segment-1", "treatment-3", new Interval(31, -9, 80)),
    ];

    private static Comparison Lift(string segment, string arm, Interval? lift) => new()
    {
        Segment = segment,
        Arm = arm,
        Metric = "click_rate",
        RelativeLiftPercent = lift,
        Test = lift is null ? "none" : "cmh",
        PValue = lift is null ? null : 0.2,
    };

    [GeneratedRegex(@"(?<![\w-])-?\d+(?:\.\d+)?")]
    private static partial Regex Number();
}
