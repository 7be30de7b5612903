using SkOrchestrator.Messages;
using SkOrchestrator.Retrieval;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>A whole sentence of approved content, fit to stand in a mail.</summary>
/// <param name="Text">The sentence, unchanged.</param>
/// <param name="Snippet">Where it stands.</param>
/// <param name="Rank">Position of the snippet in the retrieval result, from 0.</param>
/// <param name="Index">Position in the snippet, from 0.</param>
internal sealed record SourceSentence(string Text, Snippet Snippet, int Rank, int Index)
{
    /// <summary>Its words in lower case.</summary>
    public IReadOnlyList<string> Tokens { get; } = Words.Of(Text);

    /// <summary>Words as the limits of a message count them.</summary>
    public int Length { get; } = WordCount.Of(Text);

    /// <summary>The latest date it names, if it names one.</summary>
    public DateOnly? Date { get; } = SentenceDate.Find(Text);

    /// <summary>Whether it says by itself what it is about: it shares a word with its heading or names something.</summary>
    public bool NamesItsSubject { get; } =
        Words.Of($"{Snippet.Title} {Snippet.Section}").Any(heading => heading.Length > 3 && Words.Of(Text).Any(word => Words.Match(word, heading)))
        || Words.HasName(Text);

    /// <summary>Whether it says what the document's offer gives.</summary>
    public bool StatesOffer { get; } = Snippet.Offer?.IsStatedIn(Text) == true;

    /// <summary>Whether it leans on what the offer gives without saying it: it names the code.</summary>
    public bool NeedsOffer => !StatesOffer && Snippet.Offer?.Code is { Length: > 0 } code && Text.Contains(code, StringComparison.OrdinalIgnoreCase);

    /// <summary>The sentence with its citation.</summary>
    public string Cited => $"{Text} {CitationText.Format(Snippet.Title, Snippet.Section)}";

    /// <summary>Whether both stand under the same heading.</summary>
    public bool SharesSection(SourceSentence other) => SharesDocument(other) && Snippet.Section == other.Snippet.Section;

    /// <summary>Whether both stand in the same document.</summary>
    public bool SharesDocument(SourceSentence other) => Snippet.DocumentId == other.Snippet.DocumentId;
}
