using System.Text.RegularExpressions;
using SkOrchestrator.Reporting.Tests.Fixtures;

namespace SkOrchestrator.Reporting.Tests;

public sealed partial class HtmlReportTests
{
    [Fact]
    [Requirement("6.4")]
    public void Page_is_semantic_and_its_figures_have_words()
    {
        var html = Page(Some.Report());

        Assert.Contains("<html lang=\"en\">", html);
        Assert.Single(Regex.Matches(html, "<h1>"));
        Assert.Contains("<title>Experiment report – 20260901-080000-autumn</title>", html);
        var images = Regex.Matches(html, "<img src=\"data:image/png;base64,[A-Za-z0-9+/=]+\" alt=\"([^\"]*)\">");
        Assert.Equal(3, images.Count);
        Assert.All(images, image => Assert.Contains("treatment-1 (urgent)", image.Groups[1].Value));
        Assert.DoesNotContain("<th>", html);
        Assert.All(Regex.Matches(html, "<th ([^>]*)>"), th => Assert.Contains("scope=", th.Value));
    }

    [Fact]
    public void Page_needs_no_other_file_and_no_script()
    {
        var html = Page(Some.Report());

        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("<link", html);
        Assert.DoesNotContain("src=\"http", html);
        Assert.DoesNotContain("url(", html);
    }

    [Fact]
    public void Hostile_texts_are_shown_and_change_no_markup()
    {
        var (plain, hostile) = (Page(Some.Report()), Page(Some.HostileReport()));

        Assert.Contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;quotes&quot;", hostile);
        Assert.DoesNotContain("<script", hostile);
        Assert.DoesNotContain("<h1>big", hostile);
        Assert.DoesNotContain('\u202E', hostile);
        foreach (var tag in new[] { "table", "section", "figure", "article", "h1", "h2" })
        {
            Assert.Equal(Regex.Matches(plain, $"<{tag}[ >]").Count, Regex.Matches(hostile, $"<{tag}[ >]").Count);
            Assert.Equal(Regex.Matches(hostile, $"<{tag}[ >]").Count, Regex.Matches(hostile, $"</{tag}>").Count);
        }
    }

    [Fact]
    public void Ids_are_unique_and_every_link_of_the_contents_leads_somewhere()
    {
        var html = Page(Some.Report());
        var ids = Regex.Matches(html, " id=\"([^\"]+)\"").Select(m => m.Groups[1].Value).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(Regex.Matches(html, "href=\"#([^\"]+)\""), link => Assert.Contains(link.Groups[1].Value, ids));
    }

    [Fact]
    public void A_simulated_run_says_so_and_never_tells_to_ship()
    {
        var html = Page(Some.Report());

        Assert.Contains("<div class=\"stamp\" role=\"note\"><strong>SIMULATED ENGAGEMENT</strong>", html);
        Assert.DoesNotMatch(ShipWord(), html);
        Assert.DoesNotContain("SIMULATED", Page(Some.Report("inconclusive")));
    }

    [Fact]
    public void An_aa_check_is_called_one() => Assert.Contains("A/A check: every customer got the same mail", Page(Some.Report("aa_check")));

    private static string Page(ReportInput input)
    {
        using var folder = RunFolder.Of(input);
        return folder.Text("report/report.html");
    }

    [GeneratedRegex(@"\bship\b", RegexOptions.IgnoreCase)]
    private static partial Regex ShipWord();
}
