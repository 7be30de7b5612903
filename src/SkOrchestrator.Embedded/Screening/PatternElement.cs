namespace SkOrchestrator.Embedded.Screening;

/// <summary>One step of a pattern: a word out of a set, a word that begins so, or a gap.</summary>
/// <param name="Words">Words that fit.</param>
/// <param name="Beginnings">Beginnings that fit.</param>
/// <param name="Gap">Up to so many words of any kind; 0 when this is not a gap.</param>
internal sealed record PatternElement(IReadOnlySet<string> Words, IReadOnlyList<string> Beginnings, int Gap)
{
    /// <summary>Whether a word fits.</summary>
    public bool Fits(Word word)
    {
        foreach (var form in word.Forms)
        {
            if (Words.Contains(form) || Beginnings.Any(b => form.StartsWith(b, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
