using System.Text.RegularExpressions;
using SkiaSharp;
using SkOrchestrator.EndToEnd.Support;

namespace SkOrchestrator.EndToEnd.Runs;

/// <summary>The README shows what the sample run really prints and writes.</summary>
[Collection(SampleRunCollection.Name)]
public sealed class ReadmeTests(SampleRun sample)
{
    private readonly string _readme = File.ReadAllText(Path.Combine(Orchestrator.Repository, "README.md"));

    [Fact]
    public void The_output_shown_is_the_output_of_the_sample_run() => Assert.Equal(
        sample.Result.Output.Replace(sample.Run.Path, "runs/RUN_ID", StringComparison.Ordinal).Trim(),
        Block("<!-- output of the sample run -->"));

    [Fact]
    public async Task The_analysis_shown_is_what_the_sample_analysis_prints()
    {
        using var folder = new TemporaryFolder();
        var output = folder["hillstrom"];
        var result = await Orchestrator.RunAsync([
            "analyze", "--data", "samples/hillstrom/customers.csv.gz", "--arm", "segment", "--control", "No E-Mail",
            "--metrics", "visit,conversion", "--numeric-metrics", "spend", "--segment-by", "womens,newbie", "--output", output]);

        Assert.Equal(result.Output.Replace(output, "runs/hillstrom", StringComparison.Ordinal).Trim(), Block("<!-- output of the sample analysis -->"));
    }

    [Fact]
    public void The_mail_shown_is_a_mail_of_the_sample_run()
    {
        var file = Regex.Match(_readme, @"messages/(segment-\d\.\w+\.txt)").Groups[1].Value;

        Assert.Equal(sample.Run.Text($"messages/{file}").Trim(), Block("<!-- a mail of the sample run -->"));
    }

    [Fact]
    public void The_chart_shown_is_a_chart_of_the_sample_run()
    {
        using var shown = SKBitmap.Decode(Path.Combine(Orchestrator.Repository, "samples/output/lift-by-variant.png"));
        using var drawn = SKBitmap.Decode(sample.Run.File("report/charts/lift-by-variant.png"));

        Assert.Contains("samples/output/lift-by-variant.png", _readme, StringComparison.Ordinal);
        Assert.Equal((drawn.Width, drawn.Height), (shown.Width, shown.Height));
        Assert.InRange(ShareOfDifferentPixels(shown.Pixels, drawn.Pixels), 0, 0.005);
    }

    [Fact]
    public void Every_option_the_readme_uses_is_in_the_help() => Assert.All(
        Regex.Matches(_readme, @"(?<![\w-])--[a-z][a-z-]+").Select(m => m.Value).Distinct().Except(["--project", "--help"]),
        option => Assert.Contains(option, sample.Help, StringComparison.Ordinal));

    /// <summary>Processors round the edges of letters differently; a different chart differs by far more.</summary>
    private static double ShareOfDifferentPixels(SKColor[] first, SKColor[] second) => first.Zip(second).Average(p =>
        Math.Abs(p.First.Red - p.Second.Red) + Math.Abs(p.First.Green - p.Second.Green) + Math.Abs(p.First.Blue - p.Second.Blue) > 48 ? 1.0 : 0.0);

    private string Block(string marker)
    {
        var start = _readme.IndexOf("```\n", _readme.IndexOf(marker, StringComparison.Ordinal), StringComparison.Ordinal) + 4;
        return _readme[start.._readme.IndexOf("\n```", start, StringComparison.Ordinal)].Trim();
    }
}
