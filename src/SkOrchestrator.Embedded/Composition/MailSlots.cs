using System.Globalization;
using SkOrchestrator.Retrieval;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>What the slots of the writer's phrases stand for in one mail.</summary>
internal static class MailSlots
{
    /// <summary>The words by slot; a slot is missing where the mail has no word for it.</summary>
    /// <param name="arguments">The task.</param>
    /// <param name="plan">The mail's sentences.</param>
    public static IReadOnlyDictionary<string, string> For(WriteMessageArguments arguments, MailPlan plan)
    {
        var slots = new Dictionary<string, string>(StringComparer.Ordinal);
        var leading = plan.Sentences.FirstOrDefault()?.Snippet;
        Add("brand", arguments.Brand.Name);
        Add("topic", leading is null ? null : Topic.Of(leading.Title, arguments));
        Add("page", Linked(arguments, plan) is { } linked ? Topic.Of(linked.Title, arguments) : null);
        Add("date", plan.Dated?.Date is { } date ? SentenceDate.Write(date) : null);
        Add("percent", plan.Dated is { StatesOffer: true, Snippet.Offer.Percent: { } percent } ? percent.ToString("0.##", CultureInfo.InvariantCulture) + "%" : null);
        return slots;

        void Add(string slot, string? words)
        {
            if (words is not null)
            {
                slots[slot] = words;
            }
        }
    }

    /// <summary>The snippet whose page the link opens: the first cited one with an allowed address, as code decides it for every writer; null where it is the brand's own page.</summary>
    public static Snippet? Linked(WriteMessageArguments arguments, MailPlan plan) => plan.Sentences.Select(s => s.Snippet).FirstOrDefault(snippet =>
        Uri.TryCreate(snippet.CtaUrl, UriKind.Absolute, out var target) && arguments.Brand.AllowedHosts.Contains(target.IdnHost, StringComparer.OrdinalIgnoreCase));
}
