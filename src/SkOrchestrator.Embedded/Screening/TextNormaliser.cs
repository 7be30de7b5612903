using System.Globalization;
using System.Text;

namespace SkOrchestrator.Embedded.Screening;

/// <summary>
/// Reads a text as words in the spelling of the lexicon: compatibility forms and accents folded, invisible characters removed, lower case, lookalike letters, digits and signs read as
/// the letters they stand for, stretched words shortened, spaced-out letters joined, letters masked by asterisks filled in.
/// </summary>
internal sealed class TextNormaliser(Vocabulary vocabulary)
{
    private const int SpacedOutMinimum = 3;

    /// <summary>The words of a text.</summary>
    /// <exception cref="ArgumentException">The text is not valid Unicode.</exception>
    public IReadOnlyList<Word> Read(string text)
    {
        var words = new List<Word>();
        var letters = new List<string>();
        var sentence = 0;
        foreach (var (token, endsSentence) in Tokens(Fold(text)))
        {
            if (token.Length == 1)
            {
                letters.Add(token);
            }
            else
            {
                FlushLetters();
                words.Add(new Word(FormsOf(token), sentence));
            }

            // letters may be spaced out with full stops and line breaks
            if (endsSentence && token.Length > 1)
            {
                sentence++;
            }
        }

        FlushLetters();
        return words;

        void FlushLetters()
        {
            words.AddRange(letters.Count >= SpacedOutMinimum && letters.Any(l => char.IsLetter(l[0]))
                ? Join(string.Concat(letters), sentence)
                : letters.Select(letter => new Word([letter], sentence)));
            letters.Clear();
        }
    }

    private IEnumerable<Word> Join(string spelled, int sentence)
    {
        string[] readings = [spelled, Disguise.ReadSigns(spelled, 'i'), Disguise.ReadSigns(spelled, 'l')];
        var parts = readings.Select(vocabulary.Segment).FirstOrDefault(p => p is not null) ?? [spelled];
        return parts.Select(part => new Word(FormsOf(part), sentence));
    }

    private List<string> FormsOf(string token)
    {
        var forms = new List<string> { token };
        if (token.Any(char.IsLetter))
        {
            Add(string.Concat(token.Select(Disguise.Unmask)));
            if (token.Contains('*', StringComparison.Ordinal))
            {
                vocabulary.FillIn(token).ToList().ForEach(Add);
            }
            else if (token.Any(Disguise.IsSign))
            {
                Add(Disguise.ReadSigns(forms[^1], 'i'));
                Add(Disguise.ReadSigns(forms[^1], 'l'));
                Add(Disguise.ReadSigns(token, 'l'));
            }

            foreach (var form in forms.ToArray())
            {
                vocabulary.Unstretch(form).ToList().ForEach(Add);
            }
        }

        return forms;

        void Add(string form)
        {
            if (!forms.Contains(form))
            {
                forms.Add(form);
            }
        }
    }

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsSurrogate(c))
            {
                folded.Append(' ');
            }
            else if (char.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
                && c is not ('\'' or '’' or '‘' or '`'))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.ToString();
    }

    /// <summary>Runs of letters, digits and signs inside a word, each with whether a sentence or line ends after it.</summary>
    private static IEnumerable<(string Token, bool EndsSentence)> Tokens(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (!IsWordCharacter(text, at))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && IsWordCharacter(text, at))
            {
                at++;
            }

            yield return (text[start..at], EndsSentence(text, at));
        }
    }

    private static bool IsWordCharacter(string text, int at)
    {
        var c = text[at];
        if (char.IsLetterOrDigit(c))
        {
            return true;
        }

        var beforeWord = at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);
        var afterWord = at > 0 && char.IsLetterOrDigit(text[at - 1]);
        return c switch
        {
            '@' or '$' or '€' => beforeWord && !char.IsDigit(text[at + 1]) || (afterWord && at + 1 < text.Length && text[at + 1] == c),
            '!' or '|' or '+' => beforeWord && afterWord,
            '*' => (at > 0 && (char.IsLetter(text[at - 1]) || text[at - 1] == '*')) && at + 1 < text.Length && (char.IsLetter(text[at + 1]) || text[at + 1] == '*'),
            _ => false,
        };
    }

    private static bool EndsSentence(string text, int at)
    {
        for (; at < text.Length && !char.IsLetterOrDigit(text[at]); at++)
        {
            if (text[at] is '\n' || (text[at] is '.' or '!' or '?' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]))))
            {
                return true;
            }
        }

        return false;
    }
}
