using System.Text.RegularExpressions;
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
    public void The_mail_shown_is_a_mail_of_the_sample_run()
    {
        var file = Regex.Match(_readme, @"messages/(segment-\d\.\w+\.txt)").Groups[1].Value;

        Assert.Equal(sample.Run.Text($"messages/{file}").Trim(), Block("<!-- a mail of the sample run -->"));
    }

    [Fact]
    public void The_chart_shown_is_a_chart_of_the_sample_run()
    {
        var shown = File.ReadAllBytes(Path.Combine(Orchestrator.Repository, "samples/output/lift-by-variant.png"));
        Assert.Contains("samples/output/lift-by-variant.png", _readme, StringComparison.Ordinal);

        // other systems may draw the same chart with other pixels
        if (OperatingSystem.IsLinux())
        {
            Assert.Equal(File.ReadAllBytes(sample.Run.File("report/charts/lift-by-variant.png")), shown);
        }
    }

    [Fact]
    public void Every_option_the_readme_uses_is_in_the_help() => Assert.All(
        Regex.Matches(_readme, @"(?<![\w-])--[a-z][a-z-]+").Select(m => m.Value).Distinct().Except(["--project", "--help"]),
        option => Assert.Contains(option, sample.Help, StringComparison.Ordinal));

    private string Block(string marker)
    {
        var start = _readme.IndexOf("```\n", _readme.IndexOf(marker, StringComparison.Ordinal), StringComparison.Ordinal) + 4;
        return _readme[start.._readme.IndexOf("\n```", start, StringComparison.Ordinal)].Trim();
    }
}
