using FsCheck.Xunit;
using SkOrchestrator.Content;

namespace SkOrchestrator.Core.Tests.Content;

public class SentenceSplitterTests
{
    [Theory]
    [InlineData("One sentence. Another one! A third? Yes.", 4)]
    [InlineData("Carry e.g. Boots and i.e. Socks. Done.", 2)]
    [InlineData("It weighs approx. 2.5 kg and holds 2.5 litres. It floats.", 2)]
    [InlineData("Mr. Wren and Mrs. Alder run the mill. Dr. Moss helps.", 2)]
    [InlineData("Use wax No. 5 on leather. Say no. Then stop.", 3)]
    [InlineData("We close at 5 p.m. Monday to Friday. The mill rests on Sunday.", 2)]
    [InlineData("We close at 5 p.m. The mill rests on Sunday.", 2)]
    [InlineData("Bring socks, gloves, etc. You will need them.", 2)]
    [InlineData("Bring socks, gloves, etc. for the hills.", 1)]
    [InlineData("Wait... There is more… and more. End.", 3)]
    [InlineData("\"Warm and dry.\" That is what hikers say. “Really?” they ask.", 3)]
    [InlineData("(It folds flat.) It weighs little.", 2)]
    [InlineData("Boots cost €55. Packs cost €80. 3 colours are in stock.", 3)]
    [InlineData("1. Brush the mud off. 2. Let it dry.", 2)]
    [InlineData("Written by J. Smith in the U.K. in spring. Read on.", 2)]
    [InlineData("Rated 4.5 out of 5! 60 days to return it.", 2)]
    [InlineData("Visit alderandwren.example today. It is open.", 2)]
    [InlineData("They dry in the sun. Packs dry in a day. It carries max. 12 kg.", 3)]
    [InlineData("Boots; socks; poles.", 1)]
    [InlineData("No full stop at the end", 1)]
    [InlineData("", 0)]
    [InlineData("   ", 0)]
    public void Text_has_as_many_sentences_as_a_reader_counts(string text, int sentences) => Assert.Equal(sentences, SentenceSplitter.Split(text).Count);

    [Fact]
    public void Sentences_keep_their_closing_quote() => Assert.Equal(
        ["She said “dry.”", "He agreed."],
        SentenceSplitter.Split("She said “dry.” He agreed."));

    [Property(MaxTest = 500)]
    public bool Sentences_joined_by_a_blank_give_the_text_back(string? text)
    {
        var collapsed = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        return string.Join(' ', SentenceSplitter.Split(text ?? "")) == collapsed;
    }

    [Property(MaxTest = 500)]
    public bool Sentences_of_words_and_marks_give_the_text_back_and_are_never_empty(byte[] choices)
    {
        string[] parts = ["Boots.", "e.g.", "“Dry?”", "5", "p.m.", "...", "No.", "the", "The", ")", "!", "€5.", "…", "A."];
        var text = string.Join(' ', choices.Select(c => parts[c % parts.Length]));

        var sentences = SentenceSplitter.Split(text);

        return string.Join(' ', sentences) == text && sentences.All(s => s.Length > 0);
    }
}
