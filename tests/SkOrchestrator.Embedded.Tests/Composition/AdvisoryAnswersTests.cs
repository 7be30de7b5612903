using SkOrchestrator.Configuration;
using SkOrchestrator.Embedded.Composition;
using SkOrchestrator.Identity;
using SkOrchestrator.Messages;
using SkOrchestrator.Safety;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Composition;

/// <summary>What the composer says of segments, queries and verdicts.</summary>
public sealed class AdvisoryAnswersTests
{
    [Fact]
    [Requirement("1.3")]
    public async Task A_segment_is_described_with_its_own_numbers()
    {
        var text = await Some.Answer(TaskName.DescribeSegment, new DescribeSegmentArguments(Some.Segment(), PhraseFolder.Book));

        Assert.StartsWith("Frequent gardeners: 1,240 customers, 26.3% of all.", text, StringComparison.Ordinal);
        Assert.Contains("orders a year above average (8.3, 3.9 overall)", text, StringComparison.Ordinal);
        Assert.Contains("favourite category gardening (92%, 27% overall)", text, StringComparison.Ordinal);
        Assert.Contains("share bought on offer below average (0.12, 0.45 overall)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_segment_without_defining_features_is_described_as_such()
    {
        var text = await Some.Answer(TaskName.DescribeSegment, new DescribeSegmentArguments(Some.Segment() with { DefiningFeatures = [] }, PhraseFolder.Book));

        Assert.Contains("No single feature", text, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("2.2")]
    public async Task A_query_is_the_segments_terms_and_controls_comes_from_the_phrase_book()
    {
        var segment = Some.Segment(terms: ["garden tools", "seeds", "Garden", "women's"]);

        Assert.Equal("garden tools seeds women's", await Some.Answer(TaskName.FormulateQuery, new FormulateQueryArguments(segment, PhraseFolder.Book)));
        Assert.Equal(
            PhraseFolder.Book.Find("retrieval.control")[0],
            await Some.Answer(TaskName.FormulateQuery, new FormulateQueryArguments(null, PhraseFolder.Book)));
        Assert.Equal(
            PhraseFolder.Book.Find("retrieval.general")[0],
            await Some.Answer(TaskName.FormulateQuery, new FormulateQueryArguments(Some.Segment(terms: []), PhraseFolder.Book)));
    }

    [Theory]
    [InlineData(6, "segment-1.urgent was blocked: lexicon measured violence at severity 6, and 6 is where that category blocks.")]
    [InlineData(3, "segment-1.urgent passed, and a person should read it: lexicon measured violence at severity 3")]
    [InlineData(1, "severity 1; 6 would have blocked it")]
    [InlineData(0, "segment-1.urgent passed: lexicon found nothing")]
    [Requirement("4.5")]
    public async Task A_verdict_is_explained_in_its_own_values(int severity, string expected)
    {
        var text = await Some.Answer(TaskName.ExplainVerdict, new ExplainVerdictArguments(await Verdict(severity), PhraseFolder.Book));

        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_block_without_severity_names_its_reason()
    {
        var text = await Some.Answer(TaskName.ExplainVerdict, new ExplainVerdictArguments(await Verdict(null), PhraseFolder.Book));

        Assert.StartsWith("segment-1.urgent was blocked before any severity counted:", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "let segment-1.urgent pass")]
    [InlineData(7, "block of segment-1.urgent stands")]
    public async Task The_second_opinion_says_that_there_is_none(int severity, string expected)
    {
        var text = await Some.Answer(TaskName.SecondOpinion, new SecondOpinionArguments(Variant(), await Verdict(severity), PhraseFolder.Book));

        Assert.StartsWith("No second opinion from here", text, StringComparison.Ordinal);
        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    private static async Task<SafetyVerdict> Verdict(int? violence)
    {
        var gate = new SafetyGate(new FixedClassifier(violence), SafetyThresholds.Default, Some.Brand, TimeProvider.System);
        return (await gate.ScreenAsync(Variant(), TestContext.Current.CancellationToken)).Verdict;
    }

    private static MessageVariant Variant() => new()
    {
        VariantId = new VariantId("segment-1.urgent"),
        SegmentId = SegmentId.Numbered(1),
        Arm = ArmId.Treatment(1),
        Tone = "urgent",
        Subject = "Subject",
        Preheader = "Preheader",
        Body = "Body",
        CallToAction = new CallToAction("See", "https://fernandfield.example/"),
        Model = EmbeddedComposer.ModelId,
        PromptName = "write_urgent",
        PromptSha256 = "0",
        Prompt = "p",
        ContentSha256 = ContentHash.Of("Subject", "Preheader", "Body"),
    };

    private sealed class FixedClassifier(int? violence) : ISafetyClassifier
    {
        public string Name => "lexicon";

        public Task<ScreeningResult> ScreenAsync(ScreeningRequest request, CancellationToken cancellationToken) => Task.FromResult(new ScreeningResult
        {
            Screen = Name,
            Severities = Enum.GetValues<SafetyCategory>().ToDictionary(c => c, c => c == SafetyCategory.Violence ? violence ?? 0 : 0),
            Failure = violence is null ? "no answer" : null,
        });
    }
}
