using System.Text.Json;
using SkOrchestrator.Agents.Conversation;
using SkOrchestrator.Analysis;
using SkOrchestrator.Configuration;
using SkOrchestrator.Identity;
using SkOrchestrator.Retrieval;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Agents.Tests;

/// <summary>Builders: a test states only what matters to it.</summary>
internal static class Some
{
    public static DateTimeOffset Now { get; } = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    public static BrandOptions Brand { get; } = new()
    {
        Name = "Alder & Wren",
        SenderName = "Alder & Wren",
        SenderAddress = "hello@alderandwren.example",
        ReplyTo = "care@alderandwren.example",
        PostalAddress = "14 Mill Lane",
        UnsubscribeUrl = "https://alderandwren.example/unsubscribe",
        AllowedHosts = ["alderandwren.example"],
        DefaultCallToAction = new CallToAction("Visit the shop", "https://alderandwren.example/"),
        LegalFooter = "You asked for news.",
        SignOff = "The Alder & Wren team",
        BannedPhrases = ["miracle"],
    };

    public static RetrievalFilters Filters { get; } = new(new DateOnly(2026, 12, 1), [], ["en"], []);

    public static IReadOnlyList<TreatmentArm> Arms { get; } =
        [new(ArmId.Treatment(1), "urgent"), new(ArmId.Treatment(2), "informational"), new(ArmId.Treatment(3), "friendly")];

    public static Segment Segment(int number = 1, string label = "Frequent hikers", string description = "They order often.") => new()
    {
        SegmentId = SegmentId.Numbered(number),
        Label = label,
        Description = description,
        Size = 118,
        Share = 0.263,
        DefiningFeatures =
        [
            new DefiningFeature("orders_12m", "orders a year", "high", 8.3, 3.94, 1.2, false),
            new DefiningFeature("favourite_category", "favourite category", "hiking", 0.62, 0.2, 0.9, true),
        ],
        Method = "kmeans",
        Quality = new SegmentQuality(0.4, 0.9, 0.8),
        Terms = ["hiking", "boots"],
        Audiences = ["members"],
    };

    public static ConversationRequest Request(int number = 1, params string[] tones) =>
        ConversationRequest.ForSegment(Segment(number), tones.Length == 0 ? Arms : [.. Arms.Where(a => tones.Contains(a.Tone))], Filters);

    public static Snippet Snippet(string title = "Hiking Boots", string section = "Grip and support", string? cta = null, string? legal = null, string? text = null) => new()
    {
        DocumentId = new DocumentId("DOC-" + title.Replace(' ', '-')),
        Title = title,
        Section = section,
        ParagraphIndex = 2,
        Text = text ?? "Deep rubber lugs on the Fell boot shed mud and hold firm on wet hiking paths.",
        Score = 1.5,
        Category = "product",
        CtaUrl = cta,
        LegalText = legal,
    };

    /// <summary>A draft that passes the checks; it cites <see cref="Snippet"/>.</summary>
    public static string Draft(string tone = "urgent", string title = "Hiking Boots", string section = "Grip and support", int words = 110) => JsonSerializer.Serialize(new
    {
        subject = $"Boots for wet paths, {tone}",
        preheader = "Deep rubber lugs for the paths you walk in autumn",
        body = $"Hello,\n\nDeep rubber lugs on the Fell boot shed mud and hold firm on wet hiking paths [Source: {title}, {section}]. "
            + string.Join(' ', Enumerable.Range(0, (words - 22) / 8).Select(i => $"{tone} walkers like to know their boots well{(char)('a' + (i % 26))}."))
            + "\n\nThe Alder & Wren team",
        call_to_action = "See the boots",
        citations = new[] { new { title, section, quote = "Deep rubber lugs" } },
    });

    public static ExperimentAnalysis Analysis(string source = "historical") => new()
    {
        ExperimentId = "autumn-trails-2026",
        Alpha = 0.05,
        Correction = "holm",
        Seed = 7,
        EngagementSource = source,
        PrimaryMetric = "click_rate",
        Control = "control",
        SampleRatio = new SampleRatioResult(),
        Arms =
        [
            new ArmResult("all", "control", 125, new Dictionary<string, MetricSummary> { ["click_rate"] = new() { Successes = 31, Trials = 125, Rate = 0.248 } }),
        ],
        Comparisons =
        [
            new Comparison
            {
                Segment = "all",
                Arm = "treatment-1",
                Metric = "click_rate",
                Test = "chi_square",
                RelativeLiftPercent = new Interval(20.16, -19.04, 82.1),
                PValueAdjusted = 0.374,
            },
            new Comparison { Segment = "segment-1", Arm = "treatment-2", Metric = "click_rate", Test = "none", NotEstimable = "no clicks in control" },
        ],
        Decision = new Decision(source == "simulated" ? "simulated" : "inconclusive", ["no treatment differs from control"], []),
    };
}
