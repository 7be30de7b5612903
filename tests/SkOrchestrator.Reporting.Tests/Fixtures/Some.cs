using SkOrchestrator.Configuration;
using SkOrchestrator.Experiment;
using SkOrchestrator.Identity;
using SkOrchestrator.Messages;
using SkOrchestrator.Runs;
using SkOrchestrator.Safety;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Reporting.Tests.Fixtures;

/// <summary>Inputs of a report, named for what a test needs.</summary>
internal static class Some
{
    public static readonly DateTimeOffset StartedAt = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly string[] Tones = ["neutral", "urgent", "informational", "friendly"];

    public static BrandOptions Brand { get; } = new()
    {
        Name = "Alder & Wren",
        SenderName = "Alder & Wren",
        SenderAddress = "hello@alderandwren.example",
        ReplyTo = "care@alderandwren.example",
        PostalAddress = "Alder & Wren, 14 Mill Lane, Hebden Vale HX0 0AA, United Kingdom",
        UnsubscribeUrl = "https://alderandwren.example/preferences/unsubscribe",
        AllowedHosts = ["alderandwren.example"],
        DefaultCallToAction = new CallToAction("Visit the shop", "https://alderandwren.example/"),
        LegalFooter = "You receive this e-mail because you asked for news from Alder & Wren.",
        SignOff = "The Alder & Wren team",
    };

    /// <summary>A whole simulated run: one variant blocked, one failed, the rest approved.</summary>
    public static ReportInput Report(string status = "simulated")
    {
        var variants = Variants();
        return new ReportInput
        {
            Run = Run(),
            Brand = Brand,
            Segments = Segments(),
            Variants = variants,
            Verdicts = [.. variants.Where(v => v.Status != VariantStatus.Failed).Select(Verdict)],
            Analysis = SomeAnalysis.Create(status),
            Narration = "The friendly messages did best in this rehearsal, but the intervals cover zero.",
            Warnings = ["There is no consent column; every customer counts as consenting."],
            DiagnosticCount = 7,
            Windows = new Dictionary<string, TimeSpan>
            {
                [Metric.OpenRate] = TimeSpan.FromDays(7),
                [Metric.ClickRate] = TimeSpan.FromDays(7),
                [Metric.ConversionRate] = TimeSpan.FromDays(14),
            },
        };
    }

    /// <summary>A run that ended because control was blocked: no arms, nothing estimable.</summary>
    public static ReportInput StoppedReport()
    {
        var control = Variant("all", 0) with { Status = VariantStatus.Blocked };
        return Report() with
        {
            Variants = [control],
            Verdicts = [Verdicts.Block(control, "violence", 7, "lexicon: threat")],
            Analysis = SomeAnalysis.NotEstimable(),
            Run = Run() with { EngagementSource = "none", Funnel = Run().Funnel with { Assigned = 0 } },
            Narration = null,
        };
    }

    /// <summary>A run in which every text that comes from outside tries to do harm.</summary>
    public static ReportInput HostileReport()
    {
        var report = Report();
        return report with
        {
            Segments = [.. report.Segments.Select((s, i) => s with
            {
                Label = Hostile[i], Description = string.Join(' ', Hostile), DefiningFeatures = [.. s.DefiningFeatures.Select(f => f with { Name = Hostile[i], Trait = Hostile[i] })],
            })],
            Variants = [.. report.Variants.Select(v => v with { Subject = Hostile[0], Preheader = Hostile[2], Body = string.Join("\n\n", Hostile), Tone = Hostile[1], Model = Hostile[3] })],
            Narration = string.Join('\n', Hostile),
            Warnings = Hostile,
            Brand = Brand with { Name = Hostile[0] },
            Analysis = report.Analysis with
            {
                ExperimentId = Hostile[0],
                Notes = Hostile,
                Citations = [.. report.Analysis.Citations.Select(c => c with { Title = Hostile[1] })],
                Attribution = [.. report.Analysis.Attribution.Select(a => a with { Level = Hostile[2] })],
            },
        };
    }

    /// <summary>Texts that break markup, tables, formulas, wrapping and fonts.</summary>
    public static readonly string[] Hostile =
    [
        "<script>alert('x')</script> & \"quotes\"",
        "=cmd|' /C calc'!A0 [20%] [/] $E=mc^2$ `tick` ```fence``` **bold** # head",
        "\u202Eright to left\u202C שלום مرحبا 日本語 🥾 Łódź\u0000\u0007",
        new string('W', 300) + " | pipe | --- </td></table><h1>big</h1>",
    ];

    public static MessageVariant Variant(string segment, int arm)
    {
        var id = arm == 0 ? VariantId.Control : VariantId.Of(new SegmentId(segment), Tones[arm]);
        var subject = arm == 0 ? "Autumn on the trail" : "Your points are worth a walk";
        const string preheader = "A few ideas for the first cold weekends.";
        var body = "Hello,\n\nAutumn is a good time to look after what carries you. Boots that are waxed now keep dry all winter. " +
            "[Source: Choosing Hiking Boots, Care]\n\nMembers earn one point for every pound, and a hundred points are a pound off. " +
            "[Source: Loyalty Points Explained, How points are earned]\n\nThe Alder & Wren team";
        return new MessageVariant
        {
            VariantId = id,
            SegmentId = arm == 0 ? SegmentId.All : new SegmentId(segment),
            Arm = arm == 0 ? ArmId.Control : ArmId.Treatment(arm),
            Tone = Tones[arm],
            Subject = subject,
            Preheader = preheader,
            Body = body,
            CallToAction = new CallToAction("See the boots", "https://alderandwren.example/boots"),
            WordCount = WordCount.Of(body),
            Citations =
            [
                new(new DocumentId("DOC-012"), "Choosing Hiking Boots", "Care", 3, "Waxed boots keep dry."),
                new(new DocumentId("DOC-007"), "Loyalty Points Explained", "How points are earned", 0, "Members earn one point"),
            ],
            LegalLines = ["Points are valid for 12 months."],
            Status = VariantStatus.Approved,
            Attempts = [new DraftAttempt(StartedAt, "accepted", [])],
            Model = "embedded composer",
            PromptName = "writer/write_message",
            PromptSha256 = new string('a', 64),
            Prompt = "…",
            CreatedAt = StartedAt,
            ContentSha256 = ContentHash.Of(subject, preheader, body),
        };
    }

    private static IReadOnlyList<MessageVariant> Variants() =>
    [
        Variant("all", 0),
        .. SomeAnalysis.Segments.SelectMany((s, i) => Enumerable.Range(1, 3).Select(a => (i, a) switch
        {
            (2, 1) => Variant(s, a) with { Status = VariantStatus.Blocked },
            (3, 1) => Variant(s, a) with
            {
                Status = VariantStatus.Failed, Subject = "", Preheader = "", Body = "", CallToAction = null, Citations = [],
                Attempts = [new DraftAttempt(StartedAt, "rejected", [new DraftProblem("CITE-UNKNOWN", ProblemSeverity.Error, "A citation names no retrieved section.", "Cite a retrieved section.")])],
            },
            _ => Variant(s, a),
        })),
    ];

    private static SafetyVerdict Verdict(MessageVariant variant) => variant.Status == VariantStatus.Blocked
        ? Verdicts.Block(variant, "violence", 6, "lexicon: threat")
        : Verdicts.Pass(variant, needsReview: variant.VariantId.Value == "segment-2.urgent");

    private static IReadOnlyList<Segment> Segments()
    {
        string[] labels = ["Frequent big spenders", "Occasional hikers", "New app users", "Quiet loyal members"];
        return [.. labels.Select((label, i) => new Segment
        {
            SegmentId = SegmentId.Numbered(i + 1),
            Label = label,
            Description = $"{label} differ from others in how often and what they buy.",
            Size = SomeAnalysis.Customers(i) * 4,
            Share = SomeAnalysis.Customers(i) / 109d,
            DefiningFeatures =
            [
                new("orders_12m", "orders a year", "high", 8.4 - i, 3.1, 1.2, IsShare: false),
                new("favourite_category", "favourite category", "hiking", 0.62, 0.31, 0.63, IsShare: true),
            ],
            Method = "kmeans",
            Quality = new SegmentQuality(0.31, 0.92, 0.78),
        })];
    }

    private static RunManifest Run() => new()
    {
        RunId = "20260901-080000-autumn",
        StartedAt = StartedAt,
        FinishedAt = StartedAt.AddSeconds(5),
        Status = "finished",
        Seed = 20260901,
        Provider = "embedded",
        EngagementSource = "simulated",
        SendAt = StartedAt,
        Writer = "embedded composer",
        Screen = Verdicts.Screen,
        Inputs = [new RunInput("samples/brand/customers.csv", new string('b', 64), 507)],
        Config = [new RunFile("experiment_config.yaml", new string('c', 64))],
        Prompts = [new RunFile("writer/write_message.yaml", new string('d', 64))],
        Versions = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["orchestrator"] = "0.1.0", ["semantic-kernel"] = "1.82.0" },
        Funnel = new Funnel
        {
            Rows = 507,
            Rejected = 7,
            Loaded = 500,
            Excluded = new SortedDictionary<string, long>(StringComparer.Ordinal) { ["no_consent"] = 41, ["suppressed"] = 14, ["duplicate_address"] = 9 },
            Assigned = 436,
        },
        Usage = new RunUsage(37, 18200, 9100, 0.0421m, 9, 12),
        AuditHead = new AuditHead(12, new string('e', 64)),
    };
}
