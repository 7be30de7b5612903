using SkOrchestrator.Embedded.Composition;
namespace SkOrchestrator.Composition;

/// <summary>Dates are found where a mail might write them, and nowhere else.</summary>
public sealed class SentenceDateTests
{
    [Theory]
    [InlineData("The sale ends on 30 November 2027 at midnight.", "2027-11-30")]
    [InlineData("Valid from 1 Sep 2026 until 5 October 2026.", "2026-10-05")]
    [InlineData("Order by January 15, 2027, for spring.", "2027-01-15")]
    [InlineData("Valid until 2027-12-31.", "2027-12-31")]
    [InlineData("We have been here since 2009.", null)]
    [InlineData("Order by 2 pm on Thursday.", null)]
    [InlineData("The 31 February 2027 does not exist.", null)]
    public void The_latest_full_date_counts(string text, string? expected) =>
        Assert.Equal(expected is null ? null : DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), SentenceDate.Find(text));
}
