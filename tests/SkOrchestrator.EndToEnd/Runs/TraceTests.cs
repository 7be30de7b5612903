using SkOrchestrator.EndToEnd.Support;

namespace SkOrchestrator.EndToEnd.Runs;

[Collection(SampleRunCollection.Name)]
public sealed class TraceTests
{
    [Fact]
    [Requirement("USE-4")]
    public async Task Traces_go_to_the_collector_that_the_standard_variables_name()
    {
        using var folder = new TemporaryFolder();
        using var collector = new Collector();
        var result = await Orchestrator.RunAsync(
            ["run", "--output", folder.Path, "--run-id", "collected", "--quiet"],
            null,
            new Dictionary<string, string>
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_SERVICE_NAME"] = "campaign-tests",
            });

        var received = string.Concat(collector.Received);
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Contains("/v1/traces", received, StringComparison.Ordinal);
        Assert.Contains("campaign-tests", received, StringComparison.Ordinal);
        Assert.Contains("campaign run", received, StringComparison.Ordinal);
        Assert.DoesNotContain("[Source:", received, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("USE-4")]
    public async Task Traces_go_to_stderr_under_the_trace_id_of_the_logs_and_hold_no_message_text()
    {
        using var folder = new TemporaryFolder();
        var result = await Orchestrator.RunAsync("run", "--output", folder.Path, "--run-id", "traced", "--trace", "console", "--quiet");

        var run = new RunFolder(folder["traced"]);
        var traceId = (string)run.JsonLines("logs/system.log")[0]["traceId"]!;
        Assert.Equal(folder["traced"], result.Output.Trim());
        Assert.Contains($"Activity.TraceId:            {traceId}", result.Errors, StringComparison.Ordinal);
        Assert.Contains("campaign run", result.Errors, StringComparison.Ordinal);
        Assert.Contains("invoke_function writer.write_urgent", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("[Source:", result.Errors, StringComparison.Ordinal);
        Assert.All(run.Variants("approved"), v => Assert.DoesNotContain((string)v["subject"]!, result.Errors, StringComparison.Ordinal));
    }
}
