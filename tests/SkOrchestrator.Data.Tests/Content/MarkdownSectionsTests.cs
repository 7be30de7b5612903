using SkOrchestrator.Content;
using SkOrchestrator.Data.Content;

namespace SkOrchestrator.Data.Tests.Content;

[Requirement("2.3")]
public class MarkdownSectionsTests
{
    private static string[] Blocks(string body)
    {
        var sections = MarkdownSections.Read(body, "Title", "file.md", 0, new ContentNotes());
        return [.. sections.SelectMany(s => s.Blocks.Select(b => $"{s.Title}|{b.ParagraphIndex}|{b.Text}"))];
    }

    [Fact]
    public void Blocks_are_counted_through_all_sections_and_headings_are_not() => Assert.Equal(
        ["A|0|One.", "A|1|Two.", "B|2|Three."],
        Blocks("## A\nOne.\n\nTwo.\n\n## B\n\nThree.\n"));

    [Fact]
    public void Headings_of_other_levels_do_not_begin_a_section() => Assert.Equal(
        ["A|0|One.", "A|1|Two."],
        Blocks("# Title\n\n## A\n\nOne.\n\n### Detail\nTwo.\n"));

    [Fact]
    public void List_is_one_block_even_with_blank_lines_in_it() => Assert.Equal(
        ["A|0|Boots; socks; and poles.", "A|1|After."],
        Blocks("## A\n- Boots\n\n- socks\n\n- and poles.\n\nAfter.\n"));

    [Fact]
    public void List_right_under_its_first_line_belongs_to_it() => Assert.Equal(
        ["A|0|You need: boots; socks.", "A|1|After."],
        Blocks("## A\nYou need:\n- boots\n- socks.\n\nAfter.\n"));

    [Fact]
    public void Lines_of_a_paragraph_are_joined() => Assert.Equal(
        ["A|0|One two three."],
        Blocks("## A\nOne\n  two  \nthree.\n"));

    [Fact]
    public void Marks_are_removed_and_words_stay() => Assert.Equal(
        ["A & B|0|Bold and soft and code and link & 5 < 6, 2 * 3 * 4."],
        Blocks("## A & B\n**Bold** and _soft_ and `code` and [link](https://x.example/a) &amp; 5 &lt; 6, 2 * 3 * 4.<br> ![picture](x.png)\n"));

    [Fact]
    public void Text_in_front_of_the_first_heading_stands_under_the_title()
    {
        var notes = new ContentNotes();

        var sections = MarkdownSections.Read("Hello.\n\nAgain.\n\n## A\nOne.\n", "Title", "file.md", 5, notes);

        Assert.Equal(["Title", "A"], sections.Select(s => s.Title));
        Assert.Equal(2, sections[1].Blocks[0].ParagraphIndex);
        Assert.Equal(("repaired", 6L), (Assert.Single(notes.Items).Action, notes.Items[0].Line));
    }

    [Fact]
    public void Comments_rules_and_pictures_are_no_blocks() => Assert.Equal(
        ["A|0|One.", "A|1|Two."],
        Blocks("## A\n<!-- note -->\n\nOne.\n\n***\n\n![picture](x.png)\n\nTwo.\n\n[ref]: https://x.example/\n"));

    [Fact]
    public void Section_without_text_is_left_out() => Assert.Equal(["B|0|One."], Blocks("## A\n\n## B\nOne.\n"));

    [Fact]
    public void Invisible_characters_are_dropped() => Assert.Equal(["A|0|One two."], Blocks("## A\nO\u200Bne\u00A0two\u00AD.\n"));
}
