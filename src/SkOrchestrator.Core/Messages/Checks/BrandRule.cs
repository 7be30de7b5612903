using System.Text.RegularExpressions;

namespace SkOrchestrator.Messages.Checks;

/// <summary>BRAND: none of the brand's banned phrases occurs, as whole words and whatever the case.</summary>
internal sealed class BrandRule : IDraftRule
{
    public const string Id = "BRAND";

    public IEnumerable<DraftProblem> Check(MessageDraft draft, DraftContext context) =>
        from part in DraftPart.Of(draft)
        from phrase in context.Brand.BannedPhrases
        where !string.IsNullOrWhiteSpace(phrase) && Occurs(phrase, part.Text)
        select new DraftProblem(
            Id,
            ProblemSeverity.Error,
            $"The {part.Name} has the banned phrase \"{phrase}\".",
            $"Say it without \"{phrase}\", and don't claim the same in other words.");

    /// <summary>Whether the phrase stands in the text as whole words, whatever the case and white space.</summary>
    public static bool Occurs(string phrase, string text)
    {
        var words = phrase.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape);
        return Regex.IsMatch(text, $@"(?<!\w){string.Join(@"\s+", words)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }
}
