using System.Text;
using System.Text.RegularExpressions;

namespace SkOrchestrator.Messages.Checks;

/// <summary>Splits text into sentences. A citation belongs to the sentence it stands in or directly after.</summary>
internal static partial class SentenceReader
{
    /// <summary>The sentences of a body with their citations.</summary>
    public static IReadOnlyList<DraftSentence> ReadCited(string body)
    {
        var sentences = new List<DraftSentence>();
        foreach (var paragraph in Paragraphs(body))
        {
            var (plain, citations) = TakeOut(paragraph);
            var spans = Split(plain);
            if (spans.Count == 0)
            {
                // a paragraph of citations only speaks of the sentence before
                if (sentences.Count > 0)
                {
                    sentences[^1] = sentences[^1] with { Citations = [.. sentences[^1].Citations, .. citations.Select(c => c.Inner)] };
                }

                continue;
            }

            sentences.AddRange(spans.Select((span, i) => new DraftSentence(
                plain[span],
                [.. citations.Where(c => OwnerOf(c.At, spans) == i).Select(c => c.Inner)])));
        }

        return sentences;
    }

    /// <summary>The sentences of a text that holds no citations.</summary>
    public static IReadOnlyList<string> Read(string text) => [.. Paragraphs(text).SelectMany(p => Split(p).Select(span => p[span]))];

    private static string[] Paragraphs(string text) => BlankLine().Split(text.ReplaceLineEndings("\n"));

    private static (string Plain, List<(int At, string Inner)> Citations) TakeOut(string paragraph)
    {
        var plain = new StringBuilder();
        var citations = new List<(int, string)>();
        var from = 0;
        foreach (Match match in CitationText.Pattern().Matches(paragraph))
        {
            plain.Append(paragraph, from, match.Index - from);
            citations.Add((plain.Length, match.Groups["inner"].Value.Trim()));
            from = match.Index + match.Length;
        }

        return (plain.Append(paragraph, from, paragraph.Length - from).ToString(), citations);
    }

    private static List<Range> Split(string text)
    {
        var spans = new List<Range>();
        var start = 0;
        foreach (Match end in SentenceEnd().Matches(text))
        {
            if (Abbreviation().IsMatch(text.AsSpan(start, end.Index - start + 1)))
            {
                continue;
            }

            Add(start, end.Index + end.Length);
            start = end.Index + end.Length;
        }

        Add(start, text.Length);
        return spans;

        void Add(int from, int to)
        {
            while (from < to && char.IsWhiteSpace(text[from]))
            {
                from++;
            }

            while (to > from && char.IsWhiteSpace(text[to - 1]))
            {
                to--;
            }

            if (to > from)
            {
                spans.Add(from..to);
            }
        }
    }

    private static int OwnerOf(int position, List<Range> spans)
    {
        var owner = spans.FindLastIndex(span => span.Start.Value < position);
        return Math.Max(owner, 0);
    }

    [GeneratedRegex(@"\n[ \t]*(?:\n[ \t]*)+", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"[.!?…]+[""'”’)]*(?=\s+[^\p{Ll}\s]|\s*$)", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"(?:^|[\s(])(?:e\.g|i\.e|Mr|Mrs|Ms|Dr|St|No|vs|approx|incl|excl|max|min|\p{Lu})\.$", RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();
}
