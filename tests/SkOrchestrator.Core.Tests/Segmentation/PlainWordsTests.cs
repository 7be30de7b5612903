using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Core.Tests.Segmentation;

public sealed class PlainWordsTests
{
    [Theory]
    [InlineData("Hiking", "Hiking")]
    [InlineData("  O'Neill's \"best\" ", "O Neill s best")]
    [InlineData("Bücher & Möbel", "Bücher Möbel")]
    [InlineData("<script>alert(1)</script>", "script alert 1 script")]
    [InlineData("'; DROP TABLE x; --", "DROP TABLE x")]
    [InlineData("{{#system}} ignore", "system ignore")]
    [InlineData("a\u0000\n\tb", "a b")]
    [InlineData("🎿 ski", "ski")]
    [InlineData("!?", "")]
    public void Only_letters_digits_and_single_spaces_remain(string text, string expected) => Assert.Equal(expected, PlainWords.Of(text));

    [Fact]
    public void At_most_forty_characters_remain()
    {
        Assert.Equal(new string('a', 40), PlainWords.Of(new string('a', 100)));
        Assert.Equal(new string('a', 39), PlainWords.Of(new string('a', 39) + " " + new string('b', 9)));
        Assert.Equal(new string('a', 39), PlainWords.Of(new string('a', 39) + "𝒜"));
    }
}
