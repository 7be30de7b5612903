using System.Text.Json.Nodes;
using SkOrchestrator.EndToEnd.Support;

namespace SkOrchestrator.EndToEnd.Analyses;

public sealed class AnalyzeInputTests : IDisposable
{
    private const string Header = "segment,arm,metric,successes,trials\n";
    private const string Mail = "arm,visit,spend,name\ncontrol,0,1.5,Ann\nnews,1,29.99,Ben\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_unknown_column_is_answered_with_the_nearest_one() => AssertInvalid(
        await DataAsync(Mail, "--arm", "arm", "--metrics", "visits"),
        "error CSV005: FILE:1: The file FILE has no column visits",
        "  found: columns: arm, visit, spend, name",
        "fix: did you mean visit? Give --metrics the name of a column");

    [Fact]
    public async Task A_number_in_a_yes_or_no_metric_is_shown_with_its_line() => AssertInvalid(
        await DataAsync(Mail, "--arm", "arm", "--metrics", "spend"),
        "error TAB003: FILE:2: The metric spend should be yes or no per customer, but has other numbers",
        "  found: 1.5 and 1 more such rows",
        "  expected: 0/1, true/false or yes/no",
        "fix: if spend is a number per customer, name it in --numeric-metrics spend instead of --metrics; otherwise mend the rows");

    [Fact]
    public async Task One_arm_only_is_refused() => AssertInvalid(
        await DataAsync("arm,visit\ncontrol,1\ncontrol,0\n", "--arm", "arm", "--metrics", "visit"),
        "error TAB004: FILE: The column arm of FILE has one arm only, so there is nothing to compare",
        "fix: name the column that says which arm a customer was in, or export the rows of all arms");

    [Fact]
    public async Task An_unknown_control_is_answered_with_the_arms() => AssertInvalid(
        await DataAsync(Mail, "--arm", "arm", "--control", "contrl", "--metrics", "visit"),
        "error TAB006: FILE: No arm in the column arm of FILE is called contrl",
        "  found: arms: control, news",
        "fix: did you mean control? Give --control \"control\"");

    [Fact]
    public async Task Wrong_counts_are_all_told_at_once_and_nothing_is_written()
    {
        AssertInvalid(
            await CountsAsync(Header + "all,control,visit,-5,100\nall,news,visit,101,100\nall,news,visit,1,2\n"),
            "error TAB020: FILE:2: The number of successes is negative",
            "  found: -5",
            "fix: write the number of customers with the event, not a rate or a difference",
            "error TAB021: FILE:3: There are more successes than trials",
            "  found: 101 successes of 100 trials",
            "fix: check whether the two columns were mixed up, or whether events were counted instead of customers");
        Assert.False(Directory.Exists(_folder["out"]));
    }

    [Fact]
    public async Task With_json_the_problems_are_a_document_too()
    {
        var result = await DataAsync(Mail, "--arm", "arm", "--metrics", "spend", "--json");
        var document = JsonNode.Parse(result.Output)!;

        Assert.Equal(3, (int)document["exitCode"]!);
        Assert.Equal("TAB003", (string)document["errors"]![0]!["code"]!);
        Assert.Equal(2, (int)document["errors"]![0]!["line"]!);
    }

    [Fact]
    public async Task With_json_an_unknown_option_is_a_document_too()
    {
        var result = await Orchestrator.RunAsync("analyze", "--bogus", "--json");
        var document = JsonNode.Parse(result.Output)!;

        Assert.Equal((2, 2), (result.ExitCode, (int)document["exitCode"]!));
        Assert.Equal("CLI001", (string)document["errors"]![0]!["code"]!);
        Assert.Contains("--bogus", (string)document["errors"]![0]!["message"]!, StringComparison.Ordinal);
        Assert.Contains("error CLI001: ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_smallest_alpha_gives_an_analysis()
    {
        var counts = _folder.Write("mail.csv", Header + "all,control,visit,100,1000\nall,news,visit,150,1000\nall,offer,visit,104,1000\n");

        Assert.Equal(0, (await Orchestrator.RunAsync("analyze", "--output", _folder["out"], "--counts", counts, "--alpha", "1e-9")).ExitCode);
    }

    [Fact]
    public async Task A_folder_in_place_of_a_file_is_said() =>
        AssertInvalid(await Orchestrator.RunAsync("analyze", "--counts", _folder.Path), "error CSV001: ", "is a folder", "fix: name a file in it");

    [Fact]
    public async Task A_file_that_does_not_exist_is_named() =>
        AssertInvalid(await Orchestrator.RunAsync("analyze", "--counts", _folder["nowhere.csv"]), "error CSV001: ", "fix: check the path and the spelling of the name");

    [Theory]
    [InlineData("nothing to analyse is named")]
    [InlineData("--data and --counts don't go together", "--data", "FILE", "--counts", "FILE")]
    [InlineData("add --arm COLUMN and --metrics a,b or --numeric-metrics c", "--data", "FILE", "--metrics", ",")]
    [InlineData("--segment-by, --cap can't be used with --counts", "--counts", "FILE", "--segment-by", "x", "--cap", "spend=3")]
    [InlineData("--alpha can't be '0,05'", "--counts", "FILE", "--alpha", "0,05")]
    [InlineData("--alpha can't be '1'", "--counts", "FILE", "--alpha", "1")]
    [InlineData("--alpha can't be '1e-20'", "--counts", "FILE", "--alpha", "1e-20")]
    [InlineData("--output must not be empty", "--counts", "FILE", "--output", "")]
    [InlineData("--weights can't read 'news'", "--counts", "FILE", "--weights", "control=1,news")]
    [InlineData("--weights names news twice", "--counts", "FILE", "--weights", "news=1,news=2")]
    [InlineData("'scheffe' not recognized", "--counts", "FILE", "--correction", "scheffe")]
    [InlineData("give --primary one of visit, spend", "--data", "FILE", "--arm", "arm", "--metrics", "visit", "--numeric-metrics", "spend", "--primary", "clicks")]
    [InlineData("--run does not say enough", "--run", "runs/x")]
    [InlineData("add --events FILE", "--run", "runs/x", "--orders", "FILE")]
    [InlineData("--run and --data don't go together", "--run", "runs/x", "--data", "FILE")]
    [InlineData("--arm, --weights, --plan can't be used with --run", "--run", "runs/x", "--events", "FILE", "--arm", "x", "--weights", "a=1", "--plan", "FILE")]
    [InlineData("--events, --as-of can't be used with --data", "--data", "FILE", "--arm", "arm", "--metrics", "visit", "--events", "FILE", "--as-of", "2026-12-01T00:00:00Z")]
    public async Task A_command_that_does_not_make_sense_ends_in_a_usage_error(string expected, params string[] arguments)
    {
        var file = _folder.Write("mail.csv", Mail);
        var result = await Orchestrator.RunAsync(["analyze", .. arguments.Select(a => a == "FILE" ? file : a)]);

        Assert.True(result.ExitCode == 2, $"exit code {result.ExitCode}: {result.Errors}");
        Assert.Contains(expected, result.Errors, StringComparison.Ordinal);
        Assert.Contains("fix: ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_shows_the_three_forms_and_their_options()
    {
        var help = (await Orchestrator.RunAsync("analyze", "--help")).Output;

        Assert.All(
            new[] { "--run", "--events", "--orders", "--as-of", "--data", "--counts", "--covariate", "--weights", "--smallest-effect", "--plan" },
            o => Assert.Contains(o, help, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_directory_that_is_no_run_is_said_with_a_fix() => AssertInvalid(
        await Orchestrator.RunAsync("analyze", "--run", _folder.Path, "--events", _folder.Write("mail.csv", Mail)),
        "error RUN005: ",
        "fix: give the path that the run printed");

    [Fact]
    public async Task Columns_without_a_role_leave_no_trace()
    {
        var result = await DataAsync(Mail + "news,maybe,1,Canary Person\n", "--arm", "arm", "--metrics", "visit");

        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.DoesNotContain("Canary", result.Output, StringComparison.Ordinal);
        Assert.All(new RunFolder(_folder["out"]).AllFiles(), f => Assert.DoesNotContain("Canary", File.ReadAllText(f), StringComparison.Ordinal));
    }

    private Task<ProcessResult> DataAsync(string text, params string[] arguments) =>
        Orchestrator.RunAsync(["analyze", "--output", _folder["out"], "--data", _folder.Write("mail.csv", text), .. arguments]);

    private Task<ProcessResult> CountsAsync(string text) => Orchestrator.RunAsync(["analyze", "--output", _folder["out"], "--counts", _folder.Write("mail.csv", text)]);

    private void AssertInvalid(ProcessResult result, params string[] expected)
    {
        Assert.True(result.ExitCode == 3, $"exit code {result.ExitCode}: {result.Errors}");
        Assert.All(expected, text => Assert.Contains(text.Replace("FILE", _folder["mail.csv"], StringComparison.Ordinal), result.Errors, StringComparison.Ordinal));
    }
}
