using Microsoft.Extensions.Time.Testing;
using SkOrchestrator.Messages;
using SkOrchestrator.Safety;

namespace SkOrchestrator.Core.Tests.Safety;

/// <summary>The policy over severities.</summary>
public sealed class SafetyGateTests
{
    [Fact]
    [Requirement("4.1")]
    public async Task Every_text_of_a_variant_is_screened_as_written_and_as_read()
    {
        var classifier = ScriptedClassifier.Finding();

        await GateWith(classifier).ScreenAsync(Some.Variant(), CancellationToken.None);

        var request = Assert.Single(classifier.Requests);
        Assert.Equal(["subject", "preheader", "body", "all", "as_read"], request.Texts.Select(t => t.Part));
        Assert.Equal("Autumn trails\n\nBoots for wet weather\n\nDry feet. [Source: Boots, Fit]", request.Texts[3].Text);
        Assert.StartsWith("Autumn trails\n\nBoots for wet weather\n\nDry feet.\n", request.Texts[4].Text, StringComparison.Ordinal);
        Assert.Contains("See the boots", request.Texts[4].Text, StringComparison.Ordinal);
        Assert.Contains("Hebden Vale", request.Texts[4].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("[Source", request.Texts[4].Text, StringComparison.Ordinal);
    }

    [Theory]
    [Requirement("4.2")]
    [Requirement("4.3")]
    [InlineData(6, 0, 0, 0, "hate")]
    [InlineData(0, 6, 0, 0, "self_harm")]
    [InlineData(0, 0, 6, 0, "sexual")]
    [InlineData(0, 0, 0, 6, "violence")]
    public async Task Above_medium_in_any_category_blocks(int hate, int selfHarm, int sexual, int violence, string category)
    {
        var decision = await DecideAsync(ScriptedClassifier.Finding(hate, selfHarm, sexual, violence));

        Assert.Null(decision.Approved);
        Assert.Equal(("block", category, 6, 6), (decision.Verdict.Status, decision.Verdict.Category, decision.Verdict.Severity, decision.Verdict.Threshold));
    }

    [Theory]
    [Requirement("4.3")]
    [InlineData(5, true)]
    [InlineData(6, false)]
    [InlineData(7, false)]
    public async Task The_band_of_medium_ends_at_five(int severity, bool passes)
    {
        var decision = await DecideAsync(ScriptedClassifier.Finding(violence: severity));

        Assert.Equal(passes, decision.Verdict.IsAllowed);
        Assert.Equal(passes, decision.Approved is not null);
    }

    [Theory]
    [Requirement("8.2")]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public async Task The_threshold_is_the_configured_one(int blockAt, bool passes)
    {
        var gate = GateWith(ScriptedClassifier.Finding(sexual: 3), Some.Thresholds(blockAt));

        Assert.Equal(passes, (await gate.ScreenAsync(Some.Variant(), CancellationToken.None)).Verdict.IsAllowed);
    }

    [Fact]
    [Requirement("4.4")]
    public async Task A_pass_gives_an_approved_variant_with_its_verdict()
    {
        var decision = await DecideAsync(ScriptedClassifier.Finding());

        var approved = Assert.IsType<ApprovedVariant>(decision.Approved);
        Assert.Equal(VariantStatus.Approved, approved.Variant.Status);
        Assert.Same(decision.Verdict, approved.Verdict);
        Assert.Equal(("pass", "none", 0), (approved.Verdict.Status, approved.Verdict.Category, approved.Verdict.Severity));
        Assert.Equal(approved.Variant.ContentSha256, approved.Verdict.ContentSha256);
        Assert.Equal(Some.Instant, approved.Verdict.At);
        Assert.Equal(ScriptedClassifier.ScreenName, approved.Verdict.Screen);
    }

    [Fact]
    public async Task The_worst_category_is_the_one_nearest_to_its_threshold()
    {
        var thresholds = new SafetyThresholds
        {
            Categories = new Dictionary<SafetyCategory, CategoryThreshold>
            {
                [SafetyCategory.Hate] = new(7),
                [SafetyCategory.SelfHarm] = new(2),
                [SafetyCategory.Sexual] = new(7),
                [SafetyCategory.Violence] = new(7),
            },
        };
        var gate = GateWith(ScriptedClassifier.Finding(hate: 5, selfHarm: 3), thresholds);

        var verdict = (await gate.ScreenAsync(Some.Variant(), CancellationToken.None)).Verdict;

        Assert.Equal(("self_harm", 3, 2), (verdict.Category, verdict.Severity, verdict.Threshold));
        Assert.False(verdict.IsAllowed);
    }

    [Fact]
    public async Task Ties_go_in_the_order_of_the_categories()
    {
        var decision = await DecideAsync(ScriptedClassifier.Finding(hate: 0, selfHarm: 3, sexual: 3, violence: 3));

        Assert.Equal("self_harm", decision.Verdict.Category);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task From_the_review_threshold_on_a_person_should_look(int severity, bool review)
    {
        var decision = await DecideAsync(ScriptedClassifier.Finding(sexual: severity));

        Assert.True(decision.Verdict.IsAllowed);
        Assert.Equal(review, decision.Verdict.NeedsReview);
    }

    [Theory]
    [InlineData("Dry feet. Totally  GRATIS today.", "totally gratis", true)]
    [InlineData("Dry feet. To\u200btally gratis.", "totally gratis", true)]
    [InlineData("Dry feet. Gratisweek.", "gratis", false)]
    [InlineData("Dry feet. Call +1 now", "+1", true)]
    public async Task A_phrase_of_the_block_list_blocks_as_a_whole_word(string body, string entry, bool blocks)
    {
        var gate = GateWith(ScriptedClassifier.Finding(), Some.Thresholds(6, entry));

        var decision = await gate.ScreenAsync(Some.Variant(body: body), CancellationToken.None);

        Assert.Equal(blocks ? "blocklist" : "none", decision.Verdict.Category);
        Assert.Equal(!blocks, decision.Verdict.IsAllowed);
    }

    [Fact]
    public async Task The_block_list_goes_to_the_classifier_and_its_matches_block()
    {
        var classifier = ScriptedClassifier.Answering(
            new ScreeningResult { Screen = ScriptedClassifier.ScreenName, Severities = Some.Severities(), BlocklistMatches = ["gr@tis"] });
        var gate = GateWith(classifier, Some.Thresholds(6, "gratis"));

        var verdict = (await gate.ScreenAsync(Some.Variant(), CancellationToken.None)).Verdict;

        Assert.Equal(["gratis"], classifier.Requests[0].Blocklist);
        Assert.Equal(("blocklist", "block"), (verdict.Category, verdict.Status));
        Assert.Null(verdict.Severity);
        Assert.Null(verdict.Threshold);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(-1)]
    public void A_threshold_that_would_switch_a_category_off_is_refused(int blockAt) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => GateWith(ScriptedClassifier.Finding(), Some.Thresholds(blockAt)));

    [Fact]
    public async Task A_category_without_a_threshold_gets_the_strict_default()
    {
        var gate = GateWith(ScriptedClassifier.Finding(violence: 6), new SafetyThresholds { Categories = new Dictionary<SafetyCategory, CategoryThreshold>() });

        Assert.False((await gate.ScreenAsync(Some.Variant(), CancellationToken.None)).Verdict.IsAllowed);
    }

    [Fact]
    [Requirement("4.5")]
    public void Nothing_but_the_gate_can_make_an_approved_variant_or_a_verdict()
    {
        Assert.Empty(typeof(ApprovedVariant).GetConstructors());
        Assert.Empty(typeof(SafetyVerdict).GetConstructors());
        Assert.All(typeof(ApprovedVariant).GetProperties(), p => Assert.False(p.CanWrite));
        Assert.False(typeof(SafetyVerdict).GetProperty(nameof(SafetyVerdict.IsAllowed))!.SetMethod!.IsPublic);
    }

    private static SafetyGate GateWith(ISafetyClassifier classifier, SafetyThresholds? thresholds = null) =>
        new(classifier, thresholds ?? SafetyThresholds.Default, Some.Brand(), new FakeTimeProvider(Some.Instant));

    private static Task<SafetyDecision> DecideAsync(ISafetyClassifier classifier) => GateWith(classifier).ScreenAsync(Some.Variant(), CancellationToken.None);
}
