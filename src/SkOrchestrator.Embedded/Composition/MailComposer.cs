using System.Text;
using SkOrchestrator.Messages;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Embedded.Composition;

/// <summary>Answers <see cref="TaskName.WriteMessage"/>: a mail of whole approved sentences, connected by the phrase book.</summary>
internal static class MailComposer
{
    private const int Fewest = 110;
    private const int Most = 175;
    private const int Rounds = 6;

    private static readonly string[] Places = ["first", "second", "third"];

    /// <summary>The draft. Where the snippets are too thin for 100 words it is as long as they allow; the checks reject it then.</summary>
    public static MessageDraft Compose(WriteMessageArguments arguments)
    {
        var chooser = new SentenceChooser(arguments, SentencePool.From(arguments));
        var words = ToneProfile.For(arguments.Tone).Words;
        var best = Draft(arguments, chooser, words);
        for (var round = 1; round < Rounds && Miss(best) > 0; round++)
        {
            words += WordCount.Of(best.Body) < Fewest ? 14 : -14;
            var other = Draft(arguments, chooser, words);
            best = Miss(other) < Miss(best) ? other : best;
        }

        return best;
    }

    private static int Miss(MessageDraft draft)
    {
        var words = WordCount.Of(draft.Body);
        return Math.Max(0, Math.Max(Fewest - words, words - Most));
    }

    private static MessageDraft Draft(WriteMessageArguments arguments, SentenceChooser chooser, int words)
    {
        var plan = MailPlan.Of(arguments, chooser.Choose(words), chooser.Dated(arguments.Tone));
        var wording = new MailWording(arguments, plan);
        var subject = wording.Subject();
        var preheader = wording.Preheader();
        var body = Body(arguments, plan, wording);
        var quotes = plan.Sentences.Select(s => new DraftQuote(s.Snippet.Title, s.Snippet.Section, s.Text));
        return new MessageDraft(subject, preheader, body, wording.CallToAction(), [.. quotes]);
    }

    private static string Body(WriteMessageArguments arguments, MailPlan plan, MailWording wording)
    {
        var paragraphs = new List<string>();
        SourceSentence? previous = null;
        foreach (var (number, sentences) in plan.Paragraphs.Index())
        {
            var text = new List<string>();
            if (number == 0)
            {
                text.Add(wording.Opening());
            }

            foreach (var (index, sentence) in sentences.Index())
            {
                if (previous?.SharesSection(sentence) != true)
                {
                    text.Add(wording.Lead(index == 0 ? Places[number] : "aside", sentence, previous));
                }

                text.Add(sentence.Cited);
                previous = sentence;
            }

            paragraphs.Add(Join(text));
        }

        if (paragraphs.Count == 0)
        {
            paragraphs.Add(wording.Opening());
        }

        paragraphs[^1] = Join([paragraphs[^1], wording.Closing()]);
        return new StringBuilder(arguments.Brand.Greeting).Append("\n\n")
            .AppendJoin("\n\n", paragraphs).Append("\n\n")
            .Append(arguments.Brand.SignOff)
            .ToString();
    }

    private static string Join(IEnumerable<string> parts) => string.Join(' ', parts.Where(part => part.Length > 0));
}
