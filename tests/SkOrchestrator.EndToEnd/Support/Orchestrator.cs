using System.Diagnostics;
using System.Text;

namespace SkOrchestrator.EndToEnd.Support;

/// <summary>Runs the built program as a process of its own, in the repository's folder, as a user would.</summary>
internal static class Orchestrator
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    public static string Repository { get; } = FindRepository();

    public static async Task<ProcessResult> RunAsync(params string[] arguments) => await RunAsync(arguments, null, null);

    /// <summary>Runs the program; <paramref name="onErrorLine"/> sees each line of stderr with the process as it comes.</summary>
    public static async Task<ProcessResult> RunAsync(
        IReadOnlyList<string> arguments, Action<string, Process>? onErrorLine, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Repository,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "orchestrator.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = new StringBuilder();
        var reading = Task.Run(async () =>
        {
            while (await process.StandardError.ReadLineAsync() is { } line)
            {
                errors.Append(line).Append('\n');
                onErrorLine?.Invoke(line, process);
            }
        });
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"the program did not end within {Limit}: {string.Join(' ', arguments)}\n{errors}");
        }

        await reading;
        return new ProcessResult(process.ExitCode, await output, errors.ToString());
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SkOrchestrator.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("the tests don't run inside the repository");
    }
}
