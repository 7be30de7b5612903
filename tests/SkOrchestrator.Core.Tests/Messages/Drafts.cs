using SkOrchestrator.Content;
using SkOrchestrator.Core.Tests.Safety;
using SkOrchestrator.Identity;
using SkOrchestrator.Messages;
using SkOrchestrator.Messages.Checks;
using SkOrchestrator.Retrieval;

namespace SkOrchestrator.Core.Tests.Messages;

/// <summary>A draft without faults, and the content it cites; tests change one thing.</summary>
internal static class Drafts
{
    public const string Loyalty = "[Source: Loyalty Points Explained, How points are earned]";

    private const string Filler =
        "Long walks are better with dry feet and a light pack. Take the path along the river early in the morning, when the mist still hangs over the fields and " +
        "nobody else is out. Bring a warm layer for the ridge and something hot to drink for the break at the top. Our team walks these paths in every season and " +
        "chooses each piece by wearing it for weeks before it goes on the shelf. If you are not sure what fits you, come by and try things on without any hurry.";

    public static readonly Snippet[] Snippets =
    [
        Snippet("DOC-007", "Loyalty Points Explained", "How points are earned", 0, "Members earn one point for every euro. 100 points make a voucher of EUR 5."),
        Snippet("DOC-007", "Loyalty Points Explained", "How points are earned", 1, "Points stay valid for three years. They never expire while you keep shopping."),
        Snippet("DOC-003", "Boots, Care and Repair", "Waxing", 2, "Wax leather boots twice a season. Leave them to dry for 24 hours.") with
        {
            Offer = new Offer(20, null, 50, "EUR", "WAX20", new DateOnly(2026, 10, 31)),
        },
    ];

    public static MessageDraft Good { get; } = new(
        "Your points are waiting",
        "See what your points are worth on the next trail",
        $"Hello,\n\n{Filler}\n\n100 points make a voucher of EUR 5. {Loyalty} Spend it on whatever your next tour needs.\n\nThe Alder & Wren team",
        "See my points",
        []);

    public static MessageDraft With(string sentence) => Good with { Body = $"{Good.Body}\n\n{sentence}" };

    public static IReadOnlyList<DraftProblem> Check(MessageDraft draft) => DraftChecker.Check(draft, new DraftContext(Snippets, Some.Brand()));

    public static IReadOnlyList<DraftProblem> Check(MessageDraft draft, string rule) => [.. Check(draft).Where(p => p.Rule == rule)];

    private static Snippet Snippet(string id, string title, string section, int paragraph, string text) => new()
    {
        DocumentId = new DocumentId(id),
        Title = title,
        Section = section,
        ParagraphIndex = paragraph,
        Text = text,
        Score = 1,
        Category = "loyalty",
    };
}
