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
        var plan = MailPlan.Of(chooser, words);
        var wording = new MailWording(arguments, plan);
        var body = Body(arguments, plan, wording);
        var quotes = plan.Sentences.Select(s => new DraftQuote(s.Snippet.Title, s.Snippet.Section, s.Text));
        return new MessageDraft(wording.Subject(), wording.Preheader(), body, wording.CallToAction(), [.. quotes]);
    }

    private static string Body(WriteMessageArguments arguments, MailPlan plan, MailWording wording)
    {
        var paragraphs = plan.Paragraphs
            .Select((sentences, number) => Join([wording.Lead(number), .. sentences.Select(s => s.Cited)]))
            .ToList();
        if (paragraphs.Count == 0)
        {
            paragraphs.Add(wording.Lead(0));
        }

        if (plan.ClosesApart)
        {
            paragraphs.Add(wording.Closing());
        }
        else
        {
            paragraphs[^1] = Join([paragraphs[^1], wording.Closing()]);
        }

        return new StringBuilder(arguments.Brand.Greeting).Append("\n\n")
            .AppendJoin("\n\n", paragraphs.Where(p => p.Length > 0)).Append("\n\n")
            .Append(arguments.Brand.SignOff)
            .ToString();
    }

    private static string Join(IEnumerable<string> parts) => string.Join(' ', parts.Where(part => part.Length > 0));
}
