using System.Text.RegularExpressions;

namespace SkOrchestrator.Messages.Checks;

/// <summary>LINK: no address, e-mail address or phone number in the text; code sets the links.</summary>
internal sealed partial class LinkRule : IDraftRule
{
    public const string Id = "LINK";

    public IEnumerable<DraftProblem> Check(MessageDraft draft, DraftContext context) =>
        from part in DraftPart.Of(draft)
        let found = Link().Match(part.Text) is { Success: true } link ? link : Phone().Match(part.Text)
        where found.Success && part.Name != "call to action"
        select Problem(part.Name, found.Value);

    /// <summary>All addresses in a text.</summary>
    public static IEnumerable<string> FindAll(string text) => Link().Matches(text).Select(m => m.Value.TrimEnd('.', ',', ';', ')'));

    /// <summary>The first address in a text, or null.</summary>
    public static string? Find(string text) => Link().Match(text) is { Success: true } link ? link.Value : null;

    private static DraftProblem Problem(string part, string found) => new(
        Id,
        ProblemSeverity.Error,
        $"The {part} has a link or contact: \"{found.Trim()}\".",
        "Take it out: the link of the message is added later. Say in words where it leads.");

    [GeneratedRegex(@"(?i:\bhttps?:|\bmailto:|\bwww\.)\S*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[A-Za-z0-9][A-Za-z0-9-]*\.(?:com|net|org|io|co|shop|store|example|eu|uk|us|de|fr|es|it|nl|info|biz|app|dev|me|ly|xyz|online|site)\b(?:/\S*)?", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    // international, 0-led, or the groups of three, three and four; dates and prices are none of these
    [GeneratedRegex(@"(?<![\w.])(?:(?:\+|00)\d[\d ().\-/]{6,}\d|\(?0\d{2,4}\)?[ \-/]\d{3,}(?:[ \-]?\d{2,})*|(?:1[-. ])?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4})(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();
}
