using Markdig;
using Markdig.Syntax;
using SkOrchestrator.Content;
using SkOrchestrator.Data.Configuration.Yaml;

namespace SkOrchestrator.Data.Content;

/// <summary>
/// Cuts a Markdown body into sections and numbered blocks. A section is what stands under a <c>##</c> heading; text in front of the
/// first one belongs to a section that has the document's title. Headings of other levels are not counted and don't begin a section.
/// </summary>
internal sealed class MarkdownSections
{
    private readonly List<(string Title, List<ContentBlock> Blocks)> _sections = [];
    private readonly List<string> _open = [];
    private int _nextIndex;
    private int _lastLine = int.MinValue;

    /// <summary>The sections that hold text, in order.</summary>
    /// <param name="body">The Markdown text.</param>
    /// <param name="title">The document's title.</param>
    /// <param name="file">The file, for notes.</param>
    /// <param name="lineOffset">Lines of the file in front of the body.</param>
    /// <param name="notes">Receives what was put right.</param>
    public static IReadOnlyList<ContentSection> Read(string body, string title, string file, long lineOffset, ContentNotes notes)
    {
        var cutter = new MarkdownSections();
        foreach (var block in Markdown.Parse(body))
        {
            if (block is HeadingBlock heading)
            {
                cutter.CloseBlock();
                if (heading.Level == 2)
                {
                    var line = heading.Line + 1 + lineOffset;
                    cutter._sections.Add((CitableName.Of(PlainText.Of(heading), file, line, "section", notes), []));
                }
            }
            else
            {
                cutter.AddText(block, body, title, () =>
                    notes.Repair(
                        file,
                        block.Line + 1 + lineOffset,
                        "section",
                        ProblemKind.MissingKey,
                        "text in front of the first ## heading",
                        "a ## heading; the title is used"));
            }
        }

        cutter.CloseBlock();
        return [.. cutter._sections.Where(s => s.Blocks.Count > 0).Select(s => new ContentSection(s.Title, s.Blocks))];
    }

    /// <summary>Blocks that no blank line parts are one: a list right under its first line, for example.</summary>
    private void AddText(Block block, string body, string title, Action noteMissingHeading)
    {
        if (block.Line > _lastLine + 1)
        {
            CloseBlock();
        }

        _lastLine = block.Line + body.AsSpan(block.Span.Start, block.Span.Length).TrimEnd().Count('\n');
        var text = PlainText.Of(block);
        if (text.Length == 0)
        {
            return;
        }

        if (_sections.Count == 0)
        {
            noteMissingHeading();
            _sections.Add((title, []));
        }

        _open.Add(text);
    }

    private void CloseBlock()
    {
        if (_open.Count > 0)
        {
            _sections[^1].Blocks.Add(new ContentBlock(_nextIndex++, string.Join(' ', _open)));
            _open.Clear();
        }
    }
}
