using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;
using SkOrchestrator.Messages;

namespace SkOrchestrator.Analysis;

/// <summary>Power, attribution, citations and notes.</summary>
public sealed class TableTests
{
    [Fact]
    [Requirement("5.8")]
    public void A_small_sample_is_warned_about_with_the_numbers()
    {
        ExperimentAnalysis analysis = new Campaign().Segment("a", (125, [10]), (120, [12]), (125, [11])).Analyze();
        PowerResult power = Assert.Single(analysis.Power);
        Assert.Equal(120, power.PerArm);
        Assert.InRange(power.NeededPerArm!.Value, 22_000, 24_000);
        Assert.InRange(power.DetectableLiftPercent!.Value, 150, 200);
        Assert.InRange(power.Achieved!.Value, 0.01, 0.2);
        string warning = Assert.Single(analysis.Notes, n => n.StartsWith("Warning: the sample is too small for click_rate", StringComparison.Ordinal));
        Assert.Contains("120 customers", warning, StringComparison.Ordinal);
        Assert.Contains("alpha 0.025", warning, StringComparison.Ordinal);
        Assert.NotNull(Campaign.Find(analysis, "all", "treatment-1").RelativeLiftPercent);
    }

    [Fact]
    public void A_large_sample_is_not_warned_about()
    {
        ExperimentAnalysis analysis = new Campaign().Segment("a", (100_000, [10_000]), (100_000, [10_100])).Analyze();
        Assert.DoesNotContain(analysis.Notes, n => n.StartsWith("Warning", StringComparison.Ordinal));
    }

    [Fact]
    public void Remarks_of_the_input_reach_the_notes()
    {
        AnalysisInput input = new Campaign().Segment("a", (100, [10]), (100, [10])).Input();
        Assert.Contains("from the loader", ExperimentAnalyzer.Analyze(input with { Notes = ["from the loader"] }).Notes);
    }

    [Fact]
    [Requirement("6.6")]
    public void Citations_are_counted_in_the_variants_with_the_best_lift_of_their_segment()
    {
        AnalysisInput input = new Campaign()
            .Segment("a", (300, [30]), (300, [45]), (300, [60]))
            .Segment("b", (300, [30]), (300, [20]), (300, [25]))
            .Input();
        MessageVariant[] variants =
        [
            Variant("a.treatment-1", VariantStatus.Approved, "DOC-1"),
            Variant("a.treatment-2", VariantStatus.Approved, "DOC-2", "DOC-2", "DOC-1"),
            Variant("b.treatment-2", VariantStatus.Approved, "DOC-3"),
            Variant("b.treatment-1", VariantStatus.Blocked, "DOC-3"),
        ];
        IReadOnlyList<CitationResult> rows = ExperimentAnalyzer.Analyze(input with { Variants = variants }).Citations;

        // no treatment of segment b lifts the rate, so none of its variants is winning
        Assert.Equal([new("DOC-1", "Title of DOC-1", 2, 1), new("DOC-2", "Title of DOC-2", 1, 1), new("DOC-3", "Title of DOC-3", 1, 0)], rows);
    }

    private static MessageVariant Variant(string id, VariantStatus status, params string[] documents) => new()
    {
        VariantId = VariantId.From(id),
        SegmentId = SegmentId.From(id.Split('.')[0]),
        Arm = ArmId.From(id.Split('.')[1]),
        Tone = "friendly",
        Subject = "s",
        Preheader = "p",
        Body = "b",
        Citations = [.. documents.Select(d => new Citation(DocumentId.From(d), $"Title of {d}", "Section", 0, "quote"))],
        Status = status,
        Model = "m",
        PromptName = "n",
        PromptSha256 = "0",
        Prompt = "p",
        ContentSha256 = "0",
    };
}
