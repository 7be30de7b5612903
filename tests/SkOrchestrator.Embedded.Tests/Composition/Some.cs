using Microsoft.Extensions.AI;
using SkOrchestrator.Configuration;
using SkOrchestrator.Content;
using SkOrchestrator.Embedded.Composition;
using SkOrchestrator.Identity;
using SkOrchestrator.Messages;
using SkOrchestrator.Messages.Checks;
using SkOrchestrator.Retrieval;
using SkOrchestrator.Segmentation;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Composition;

/// <summary>Things that tests need, so that a test states only what matters to it.</summary>
internal static class Some
{
    public static readonly string[] Tones = ["urgent", "informational", "friendly"];

    public static readonly string[] Hooks =
    [
        "frequent", "occasional", "big_spender", "light_spender", "recent", "lapsed", "deal_hunter", "full_price", "hiking", "travel", "camping", "family",
        "gold", "silver", "newcomer", "app", "online", "womens", "mens", "general",
    ];

    public static BrandOptions Brand { get; } = new()
    {
        Name = "Fern & Field",
        SenderName = "Fern & Field",
        SenderAddress = "hello@fernandfield.example",
        ReplyTo = "care@fernandfield.example",
        PostalAddress = "Fern & Field, 3 Quay Street, Ashby",
        UnsubscribeUrl = "https://fernandfield.example/unsubscribe",
        AllowedHosts = ["fernandfield.example"],
        DefaultCallToAction = new CallToAction("Visit the shop", "https://fernandfield.example/"),
        LegalFooter = "You asked for our news.",
        SignOff = "The Fern & Field team",
        BannedPhrases = ["last chance", "risk-free"],
    };

    public static IReadOnlyList<Snippet> Garden { get; } =
    [
        Snippet("DOC-1", "Garden Tools", "Digging and planting",
            "The Badger spade has an ash handle that keeps your hands warm on cold mornings. Its tread is wide, so heavy soil gives way without a struggle. Wipe the blade dry after use and oil it twice a year.", 3.1),
        Snippet("DOC-1", "Garden Tools", "Pruning", "Badger secateurs cut stems up to 22 millimetres thick. A spare spring and a blade cost €9 and fit in a minute.", 2.8, paragraph: 1),
        Snippet("DOC-2", "Seeds for Spring", "Sowing indoors",
            "Sow tomatoes on a bright windowsill six weeks before the last frost. Children enjoy the quick pea shoots, which are ready to eat in ten days.", 2.2),
        Snippet("DOC-2", "Seeds for Spring", "Sowing outdoors",
            "Rake the bed twice, so that the crumbs of soil are fine. Water seeds in the evening, when the sun is off the beds. A row of broad beans needs a hand's width between the seeds.", 1.8, paragraph: 1),
        Snippet("DOC-3", "Delivery Times", "Standard delivery", "Standard delivery takes three working days and costs €4.50. Orders over €40 travel without charge.", 1.4),
    ];

    public static Snippet Snippet(string id, string title, string section, string text, double score = 1, int paragraph = 0, Offer? offer = null) => new()
    {
        DocumentId = new DocumentId(id),
        Title = title,
        Section = section,
        ParagraphIndex = paragraph,
        Text = text,
        Score = score,
        Category = "product",
        Offer = offer,
    };

    public static Segment Segment(int number = 1, string[]? hooks = null, string[]? terms = null) => new()
    {
        SegmentId = SegmentId.Numbered(number),
        Label = "Frequent gardeners",
        Description = "They garden.",
        Size = 1240,
        Share = 0.2634,
        DefiningFeatures =
        [
            new DefiningFeature("orders_12m", "orders a year", "high", 8.3, 3.9, 0.9, IsShare: false),
            new DefiningFeature("favourite", "favourite category", "gardening", 0.924, 0.271, 1.4, IsShare: true),
            new DefiningFeature("discount", "share bought on offer", "low", 0.12, 0.45, -0.6, IsShare: false),
        ],
        Method = "kmeans",
        Quality = new SegmentQuality(0.4, 0.9, 0.8),
        Hooks = hooks ?? ["frequent"],
        Terms = terms ?? ["garden", "tools", "seeds"],
    };

    public static WriteMessageArguments WriteTask(string tone = "friendly", IReadOnlyList<Snippet>? snippets = null) => new()
    {
        Segment = Segment(),
        Tone = tone,
        Snippets = snippets ?? Garden,
        Brand = Brand,
        Phrases = PhraseFolder.Book,
        SendOn = new DateOnly(2026, 12, 1),
        Seed = 7,
    };

    /// <summary>Content with words that mean nothing but sentences of all lengths.</summary>
    public static IReadOnlyList<Snippet> RandomSnippets(Random random)
    {
        string[] words = ["kettle", "lantern", "canvas", "ribbon", "harbour", "you", "keeps", "so", "your", "warm", "measures", "family", "slate", "runs", "under", "moss"];
        string Sentence() => $"The {words[random.Next(words.Length)]} number {random.Next(2, 90)} "
            + string.Join(' ', Enumerable.Range(0, random.Next(6, 22)).Select(_ => words[random.Next(words.Length)] + random.Next(1, 40))) + ".";
        return
        [
            .. Enumerable.Range(1, random.Next(3, 6)).Select(i => Snippet(
                $"DOC-{random.Next(1, 4)}", $"Title {(char)('A' + random.Next(6))}", $"About {words[random.Next(words.Length)]}",
                string.Join(' ', Enumerable.Range(0, random.Next(2, 5)).Select(_ => Sentence())), score: 6 - i, paragraph: i)),
        ];
    }

    public static async Task<string> Answer(string task, object arguments)
    {
        using var composer = new EmbeddedComposer();
        var options = new ChatOptions { AdditionalProperties = new() { [TaskName.SettingKey] = task, [TaskName.ArgumentsKey] = arguments } };
        return (await composer.GetResponseAsync([new ChatMessage(ChatRole.User, "not read")], options, TestContext.Current.CancellationToken)).Text;
    }

    /// <summary>The mail as the pipeline reads it: out of the composer's JSON.</summary>
    public static async Task<MessageDraft> Mail(WriteMessageArguments task)
    {
        Assert.True(DraftReader.TryRead(await Answer(TaskName.WriteMessage, task), out var draft, out var problem), problem?.Message);
        return draft!;
    }
}
