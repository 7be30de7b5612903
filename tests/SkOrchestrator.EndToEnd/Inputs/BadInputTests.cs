using SkOrchestrator.EndToEnd.Support;

namespace SkOrchestrator.EndToEnd.Inputs;

[Collection(SampleRunCollection.Name)]
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_missing_customer_file_is_named_with_a_fix() =>
        AssertInvalid(await RunAsync("--customers", _folder["nowhere.csv"]), "nowhere.csv", "fix:");

    [Fact]
    public async Task An_empty_customer_file_is_refused() =>
        AssertInvalid(await RunAsync("--customers", _folder.Write("empty.csv", string.Empty)), "empty.csv", "fix:");

    [Fact]
    public async Task A_customer_file_without_customer_id_shows_the_columns_it_has() =>
        AssertInvalid(await RunAsync("--customers", _folder.Write("c.csv", "CustomerID,orders_12m\n1,2\n")), "customer_id", "CustomerID");

    [Fact]
    [Requirement("7.4")]
    public async Task A_failed_step_is_logged_with_type_and_stack_trace_and_without_the_value_that_caused_it()
    {
        const string address = "canary.person@example.org";
        await RunAsync("--customers", _folder.Write("c.csv", $"CustomerID,{address}\n1,2\n"));

        var run = new RunFolder(_folder["bad"]);
        var failure = Assert.Single(run.JsonLines("logs/system.log"), l => (string)l["action"]! == "step_failed");
        Assert.Equal("load", (string)failure["step"]!);
        Assert.EndsWith("InvalidInputException", (string)failure["errorType"]!, StringComparison.Ordinal);
        Assert.Contains("LoadStep", (string)failure["stackTrace"]!, StringComparison.Ordinal);
        Assert.Equal("failed", (string)run.Json("run.json")["status"]!);
        Assert.All(run.AllFiles(), file => Assert.DoesNotContain(address, File.ReadAllText(file), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Bad_rows_and_second_rows_of_an_id_are_rejected_with_their_line_and_the_rest_goes_on()
    {
        var lines = (await File.ReadAllLinesAsync(Path.Combine(Orchestrator.Repository, "samples/brand/customers.csv"), TestContext.Current.CancellationToken)).ToList();
        lines.Insert(3, lines[1]);
        lines.Insert(5, "C-9999,only,three");
        var result = await RunAsync("--customers", _folder.Write("c.csv", string.Join('\n', lines) + "\n"));

        var run = new RunFolder(_folder["bad"]);
        var diagnostics = run.Table("diagnostics.csv");
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Contains(diagnostics, d => d["line"] == "4" && d["action"] == "rejected");
        Assert.Contains(diagnostics, d => d["line"] == "6" && d["action"] == "rejected");
        Assert.Equal((long)run.Json("run.json")["funnel"]!["rejected"]!, diagnostics.Count(d => d["action"] == "rejected"));
    }

    [Theory]
    [Requirement("8.5")]
    [InlineData("experiment_config.yaml", "alpha: 0.05", "alpha: [0.05", "experiment_config.yaml:")]
    [InlineData("experiment_config.yaml", "alpha: 0.05", "alhpa: 0.05", "alpha")]
    [InlineData("experiment_config.yaml", "alpha: 0.05", "alpha: 5", "experiment_config.yaml:")]
    [InlineData("safety_thresholds.yaml", "block_at: 6", "block_at: high", "safety_thresholds.yaml:")]
    public async Task A_broken_or_unknown_key_is_shown_with_file_and_line(string file, string good, string bad, string expected)
    {
        var config = _folder.CopyOf("config");
        var path = Path.Combine(config, file);
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.Contains(good, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace(good, bad, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var result = await RunAsync("--config", config);

        AssertInvalid(result, file, expected);
        Assert.Matches(@"\.yaml:\d+", result.Errors);
    }

    [Fact]
    [Requirement("8.5")]
    public async Task A_missing_configuration_file_is_named()
    {
        var config = _folder.CopyOf("config");
        File.Delete(Path.Combine(config, "brand_config.yaml"));

        AssertInvalid(await RunAsync("--config", config), "brand_config.yaml");
    }

    [Fact]
    public async Task An_empty_content_folder_is_refused() =>
        AssertInvalid(await RunAsync("--content", Directory.CreateDirectory(_folder["content"]).FullName), "content", "fix:");

    [Fact]
    public async Task A_document_without_front_matter_is_put_aside_and_the_rest_goes_on()
    {
        var content = _folder.CopyOf("samples/brand/content/");
        await File.WriteAllTextAsync(Path.Combine(content, "loose.md"), "# No front matter here\n\nJust text.\n", TestContext.Current.CancellationToken);

        var result = await RunAsync("--content", content);

        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Contains(new RunFolder(_folder["bad"]).Table("diagnostics.csv"), d => d["file"].EndsWith("loose.md", StringComparison.Ordinal) && d["action"] == "quarantined");
    }

    [Fact]
    public async Task An_unreadable_suppression_list_stops_the_run() =>
        AssertInvalid(await RunAsync("--suppressions", _folder["none.csv"]), "none.csv");

    [Fact]
    public async Task A_missing_prompts_folder_is_named() => AssertInvalid(await RunAsync("--prompts", _folder["noprompts"]), "noprompts");

    [Fact]
    public async Task An_unknown_option_or_command_is_a_usage_error()
    {
        Assert.Equal(2, (await RunAsync("--colour")).ExitCode);
        Assert.Equal(2, (await Orchestrator.RunAsync("fly")).ExitCode);
        Assert.Equal(2, (await RunAsync("--provider", "azure")).ExitCode);
        Assert.Equal(2, (await RunAsync("--send-at", "tomorrow")).ExitCode);
        Assert.Equal(2, (await RunAsync("--send-at", "01/02/2026")).ExitCode);
        Assert.Equal(2, (await RunAsync("--engagement", "7")).ExitCode);
    }

    [Fact]
    public async Task A_run_never_writes_over_another_one()
    {
        Directory.CreateDirectory(_folder["bad"]);

        Assert.Equal(2, (await RunAsync()).ExitCode);
    }

    private Task<ProcessResult> RunAsync(params string[] arguments) =>
        Orchestrator.RunAsync(["run", "--output", _folder.Path, "--run-id", "bad", .. arguments]);

    private static void AssertInvalid(ProcessResult result, params string[] expected)
    {
        Assert.True(result.ExitCode == 3, $"exit code {result.ExitCode}: {result.Errors}");
        Assert.Contains("error ", result.Errors, StringComparison.Ordinal);
        Assert.All(expected, text => Assert.Contains(text, result.Errors, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }
}
