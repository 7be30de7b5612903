namespace SkOrchestrator.EndToEnd.Support;

/// <summary>One run on the sample brand, shared by the tests that only read it.</summary>
public sealed class SampleRun : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal ProcessResult Result { get; private set; } = new(-1, string.Empty, string.Empty);

    internal string Help { get; private set; } = string.Empty;

    internal RunFolder Run { get; private set; } = new(string.Empty);

    public async ValueTask InitializeAsync()
    {
        Result = await Orchestrator.RunAsync("run", "--output", _folder.Path, "--run-id", "sample");
        foreach (var command in new[] { "run", "plan", "analyze" })
        {
            Help += (await Orchestrator.RunAsync(command, "--help")).Output;
        }
        Run = new RunFolder(_folder["sample"]);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
