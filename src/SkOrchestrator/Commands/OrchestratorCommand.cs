using System.CommandLine;

namespace SkOrchestrator.Commands;

/// <summary>The program's command line.</summary>
internal static class OrchestratorCommand
{
    /// <summary>How long a cancelled run may take to save what it has.</summary>
    private static readonly TimeSpan SavingTime = TimeSpan.FromSeconds(30);

    public static RootCommand Build()
    {
        var global = new GlobalOptions();
        var root = new RootCommand(
            "Personalised e-mail campaigns that cite approved sources, are screened before anyone sees them, and are tested in an experiment.");
        global.AddTo(root);
        root.Subcommands.Add(RunCommand.Build(global));
        root.Subcommands.Add(PlanCommand.Build(global));
        root.Subcommands.Add(AnalyzeCommand.Build(global));
        root.Subcommands.Add(AuditCommand.Build(global));
        return root;
    }

    public static async Task<int> InvokeAsync(string[] args)
    {
        var parsed = Build().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync($"error CLI001: {error.Message}");
            }

            await Console.Error.WriteLineAsync("fix: see 'orchestrator --help', or 'orchestrator COMMAND --help'");
            return ExitCode.Usage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = SavingTime });
    }
}
