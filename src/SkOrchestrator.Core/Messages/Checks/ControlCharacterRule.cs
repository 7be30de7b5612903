using System.Globalization;
using System.Text;

namespace SkOrchestrator.Messages.Checks;

/// <summary>CONTROL-CHARS: nothing invisible that hides or reverses text: control, bidirectional and zero-width characters, half surrogates.</summary>
internal sealed class ControlCharacterRule : IDraftRule
{
    public const string Id = "CONTROL-CHARS";
    private const int ZeroWidthJoiner = 0x200D; // joins emoji

    public IEnumerable<DraftProblem> Check(MessageDraft draft, DraftContext context)
    {
        foreach (var (name, text) in Texts(draft))
        {
            if (FirstHidden(text) is { } code)
            {
                yield return new DraftProblem(
                    Id,
                    ProblemSeverity.Error,
                    string.Create(CultureInfo.InvariantCulture, $"The {name} has the invisible character U+{code:X4}."),
                    "Use letters, digits, punctuation, blanks and line breaks only.");
            }
        }
    }

    /// <summary>Whether no text of the draft holds half a surrogate pair.</summary>
    public static bool IsValidUnicode(MessageDraft draft) => Texts(draft).All(part => !part.Text.Any(char.IsSurrogate) || Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(part.Text)) == part.Text);

    private static (string Name, string Text)[] Texts(MessageDraft draft) =>
        [("subject", draft.Subject), ("preheader", draft.Preheader), ("body", draft.Body), ("call to action", draft.CallToAction)];

    private static int? FirstHidden(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                return text[i];
            }

            if (IsHidden(rune))
            {
                return rune.Value;
            }

            i += rune.Utf16SequenceLength - 1;
        }

        return null;
    }

    private static bool IsHidden(Rune rune) => rune.Value is not ('\n' or '\r' or ZeroWidthJoiner) && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or
        UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
