using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SkOrchestrator.Data.Content;

/// <summary>The words of Markdown without its marks, white space collapsed.</summary>
internal static class PlainText
{
    /// <summary>Soft hyphen, zero-width space, word joiner, byte order mark.</summary>
    private const string Invisible = "\u00AD\u200B\u2060\uFEFF";

    /// <summary>The text of a block; list items are parted by a semicolon unless they end in a full stop or the like.</summary>
    public static string Of(Block block)
    {
        var text = new StringBuilder();
        Append(text, block);
        return Collapse(text.ToString());
    }

    /// <summary>Every run of white space becomes one blank; control and format characters that nobody sees are dropped.</summary>
    public static string Collapse(string text)
    {
        var visible = string.Concat(text.Where(c => char.IsWhiteSpace(c) || !(char.IsControl(c) || Invisible.Contains(c))));
        return string.Join(' ', visible.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Append(StringBuilder text, Block block)
    {
        switch (block)
        {
            case ListBlock list:
                AppendItems(text, list);
                break;
            case LeafBlock { Inline: { } inline }:
                Append(text, inline);
                break;
            case CodeBlock code:
                text.Append(code.Lines.ToString());
                break;
            case ContainerBlock container:
                foreach (var child in container)
                {
                    Append(text.Append(' '), child);
                }

                break;
        }
    }

    private static void AppendItems(StringBuilder text, ListBlock list)
    {
        foreach (var (index, item) in list.Index())
        {
            var words = Of(item);
            var isLast = index == list.Count - 1;
            text.Append(words).Append(words.Length == 0 || isLast || ".!?…;:,".Contains(words[^1]) ? " " : "; ");
        }
    }

    private static void Append(StringBuilder text, ContainerInline container)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case LinkInline { IsImage: true }:
                    break;
                case ContainerInline inner:
                    Append(text, inner);
                    break;
            }
        }
    }
}
