using System.Text;

namespace SkOrchestrator.Segmentation;

/// <summary>Makes text from a customer file harmless before it enters a label, query or prompt.</summary>
public static class PlainWords
{
    private const int MaximumLength = 40;

    /// <summary>Keeps letters and digits, turns every run of anything else into one space and cuts after 40 characters; empty when nothing is left.</summary>
    public static string Of(string text)
    {
        var words = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune))
            {
                if (words.Length > 0 && words[^1] != ' ')
                {
                    words.Append(' ');
                }
            }
            else if (words.Length + rune.Utf16SequenceLength <= MaximumLength)
            {
                words.Append(rune);
            }
            else
            {
                break;
            }
        }

        return words.ToString().TrimEnd();
    }

    /// <summary>The text with a capital first letter.</summary>
    public static string Capitalised(string text) =>
        text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
