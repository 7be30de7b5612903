using SkOrchestrator.Retrieval;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>What the slots of the writer's phrases stand for in one mail.</summary>
internal static class MailSlots
{
    /// <summary>The words by slot; a slot is missing where the mail has no word for it.</summary>
    /// <param name="arguments">The task.</param>
    /// <param name="plan">The mail's sentences.</param>
    /// <param name="next">The sentence that follows the phrase, if one does.</param>
    /// <param name="previous">The one before it, if there is one: inside a document the section is the heading, else the title.</param>
    public static IReadOnlyDictionary<string, string> For(
        WriteMessageArguments arguments, MailPlan plan, SourceSentence? next = null, SourceSentence? previous = null)
    {
        var slots = new Dictionary<string, string>(StringComparer.Ordinal) { ["brand"] = arguments.Brand.Name };
        if (plan.Sentences.FirstOrDefault() is not { } leading)
        {
            return slots;
        }

        var topic = Topic.Of(leading.Snippet.Title, arguments);
        var section = Topic.Of(leading.Snippet.Section, arguments);
        var second = plan.Sentences.Where(s => !s.SharesDocument(leading)).Select(s => s.Snippet.Title)
            .Concat(plan.Sentences.Where(s => !s.SharesSection(leading)).Select(s => s.Snippet.Section))
            .Select(heading => Topic.Of(heading, arguments))
            .FirstOrDefault(heading => heading is not null && heading != topic && heading != section);
        Add("topic", topic);
        Add("section", section);
        Add("second", second);
        Add("heading", Heading());
        Add("page", LeadsToLeading() ? topic : null);
        Add("date", plan.Dated?.Date is { } date ? SentenceDate.Write(date) : null);
        return slots;

        // The link goes to a cited document; the leading one's title is said only where it can't be another one.
        bool LeadsToLeading() => arguments.Snippets
            .FirstOrDefault(s => IsLinked(s, arguments) && plan.Sentences.Any(cited => cited.Snippet.DocumentId == s.DocumentId))
            ?.DocumentId == leading.Snippet.DocumentId;

        string? Heading() => next is null ? null
            : previous?.SharesDocument(next) == true ? Topic.Of(next.Snippet.Section, arguments)
            : Topic.Of(next.Snippet.Title, arguments) ?? Topic.Of(next.Snippet.Section, arguments);

        void Add(string slot, string? words)
        {
            if (words is not null)
            {
                slots[slot] = words;
            }
        }
    }

    private static bool IsLinked(Snippet snippet, WriteMessageArguments arguments) =>
        Uri.TryCreate(snippet.CtaUrl, UriKind.Absolute, out var target) && arguments.Brand.AllowedHosts.Contains(target.IdnHost, StringComparer.OrdinalIgnoreCase);
}
