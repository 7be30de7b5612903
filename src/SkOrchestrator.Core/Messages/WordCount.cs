using System.Text;

namespace SkOrchestrator.Messages;

/// <summary>Counts words the way the limits of a message mean it.</summary>
public static class WordCount
{
    /// <summary>Tokens between white space that hold a letter or a digit, citations left out.</summary>
    public static int Of(string body) => CitationText.Remove(body)
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Count(token => token.EnumerateRunes().Any(Rune.IsLetterOrDigit));
}
