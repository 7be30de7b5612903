using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>Chooses among the alternatives of the phrase book and fills their slots. Remembers what it said, so that a text does not repeat itself.</summary>
/// <param name="phrases">The phrase book.</param>
/// <param name="salt">Makes the choice; the same salt chooses the same phrases.</param>
/// <param name="turn">Moves every choice on by so many alternatives.</param>
internal sealed partial class Wording(PhraseBook phrases, string salt, int turn = 0)
{
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);

    /// <summary>Returns the first alternative, beginning at the chosen one, that can be filled and fits; null when none does.</summary>
    /// <param name="paths">Places in the phrase book; the first one that has something fitting wins.</param>
    /// <param name="slots">Words for the slots.</param>
    /// <param name="fits">A condition on the alternative as it stands in the phrase book, and as filled.</param>
    /// <param name="capitalise">Whether a slot that starts a sentence gets a capital; ids don't.</param>
    public string? Say(
        IEnumerable<string> paths,
        IReadOnlyDictionary<string, string> slots,
        Func<string, string, bool>? fits = null,
        bool capitalise = true)
    {
        foreach (var path in paths)
        {
            var alternatives = phrases.Find(path);
            var start = alternatives.Count == 0 ? 0 : (int)(StableHash.Of($"{salt}|{path}") % (ulong)alternatives.Count) + turn;
            var fitting = Enumerable.Range(start, alternatives.Count).Select(i => alternatives[i % alternatives.Count])
                .Select(pattern => (Pattern: pattern, Text: Fill(pattern, slots, capitalise)))
                .Where(choice => choice.Text is not null && !_said.Contains(choice.Text) && fits?.Invoke(choice.Pattern, choice.Text) != false)
                .ToList();
            if (fitting.Count > 0)
            {
                var (pattern, text) = fitting.Find(choice => !_said.Contains(choice.Pattern)) is { Text: not null } fresh ? fresh : fitting[0];
                _said.UnionWith([pattern, text!]);
                return text;
            }
        }

        return null;
    }

    /// <summary>Whether a phrase has a slot.</summary>
    public static bool HasSlot(string pattern) => Slot().IsMatch(pattern);

    /// <summary>Fills the slots; null when there is no word for one.</summary>
    /// <param name="pattern">The phrase.</param>
    /// <param name="slots">Words for the slots.</param>
    /// <param name="capitalise">Whether a slot that starts a sentence gets a capital.</param>
    public static string? Fill(string pattern, IReadOnlyDictionary<string, string> slots, bool capitalise = true)
    {
        if (Slot().Matches(pattern).Any(m => !slots.ContainsKey(m.Groups["name"].Value)))
        {
            return null;
        }

        var filled = new StringBuilder(pattern.Length);
        var end = 0;
        foreach (Match slot in Slot().Matches(pattern))
        {
            filled.Append(pattern, end, slot.Index - end);
            var word = slots[slot.Groups["name"].Value];
            filled.Append(capitalise && StartsSentence(filled) ? Capitalise(word) : word);
            end = slot.Index + slot.Length;
        }

        return filled.Append(pattern, end, pattern.Length - end).ToString();
    }

    private static bool StartsSentence(StringBuilder before)
    {
        var text = before.ToString().TrimEnd();
        return text.Length == 0 || text[^1] is '.' or '!' or '?';
    }

    private static string Capitalise(string word) =>
        word.Length == 0 ? word : char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];

    [GeneratedRegex(@"\{(?<name>[a-z_]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Slot();
}
