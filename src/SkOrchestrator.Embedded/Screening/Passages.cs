using System.Text;
using System.Text.RegularExpressions;

namespace SkOrchestrator.Embedded.Screening;

/// <summary>A text cut into passages for the judgement of its language.</summary>
internal sealed partial class Passages
{
    private Passages(string text)
    {
        Paragraphs = [.. text.Split('\n').Select(ReadPassage)];
        Sentences = [.. text.Split('\n').SelectMany(p => SentenceEnd().Split(p)).Select(ReadPassage)];
        All = [.. Paragraphs.SelectMany(p => p.Words)];
        foreach (var rune in text.EnumerateRunes().Where(Rune.IsLetter))
        {
            if (IsLatin(rune.Value))
            {
                LatinLetters++;
            }
            else
            {
                NonLatinLetters++;
            }
        }
    }

    /// <summary>All words.</summary>
    public IReadOnlyList<string> All { get; }

    public IReadOnlyList<Passage> Paragraphs { get; }

    public IReadOnlyList<Passage> Sentences { get; }

    public int LatinLetters { get; }

    public int NonLatinLetters { get; }

    public static Passages Read(string text) => new(Address().Replace(text.Normalize(NormalizationForm.FormKC).ReplaceLineEndings("\n"), " "));

    private static Passage ReadPassage(string text)
    {
        string[] words = [.. WordOnly().Matches(text).Select(m => m.Value.ToLowerInvariant())];
        return new Passage(words, text.Count(c => c is ',' or ';' or '·' or '/' or '|' or '#' or '>' or '&') * 3 >= words.Length);
    }

    private static bool IsLatin(int letter) => letter is < 0x0250 or (>= 0x1E00 and < 0x1F00) or (>= 0x2C60 and < 0x2C80) or (>= 0xA720 and < 0xA800) or (>= 0x2B0 and < 0x300);

    [GeneratedRegex(@"(?<=[.!?…:;])\s+", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    // an apostrophe separates: l'eau, don't
    [GeneratedRegex(@"(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}])", RegexOptions.CultureInvariant)]
    private static partial Regex WordOnly();

    [GeneratedRegex(@"https?://\S+|\S+@\S+\.\S+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
