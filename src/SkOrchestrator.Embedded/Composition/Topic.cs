using System.Globalization;
using System.Text.RegularExpressions;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>Turns headings into words that can stand in a sentence: "Hiking Boots" into "hiking boots", "Trail Points Explained" into "Trail Points explained".</summary>
internal static class Topic
{
    /// <summary>
    /// The heading in lower case but for names: words of the brand's name, and words that the snippets write with a capital inside a sentence and never without.
    /// Null when the heading holds a digit: a number needs a citation, and a heading used as words has none.
    /// </summary>
    public static string? Of(string heading, WriteMessageArguments arguments) =>
        heading.Any(char.IsDigit) ? null : string.Join(' ', heading.Split(' ').Select(word => IsName(word, arguments) ? word : Lower(word)));

    private static bool IsName(string word, WriteMessageArguments arguments)
    {
        var core = word.Trim('.', ',', ':', ';', '?', '(', ')', '"');
        if (core.Length < 2 || core.Skip(1).Any(char.IsUpper) || arguments.Brand.Name.Split(' ').Contains(core))
        {
            return core.Length > 1 || core is "I" or "&";
        }

        var escaped = Regex.Escape(core);
        var texts = arguments.Snippets.Select(snippet => snippet.Text).ToList();
        return texts.Any(text => Regex.IsMatch(text, $@"(?<=[\p{{L}}\p{{N}},;] ){escaped}\b", RegexOptions.CultureInvariant))
            && !texts.Any(text => Regex.IsMatch(text, $@"\b{Regex.Escape(Lower(core))}\b", RegexOptions.CultureInvariant));
    }

    private static string Lower(string word) =>
        word.Length == 0 ? word : char.ToLower(word[0], CultureInfo.InvariantCulture) + word[1..];
}
