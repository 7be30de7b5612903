using System.CommandLine;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Commands;

/// <summary>The program's command line.</summary>
internal static class OrchestratorCommand
{
    /// <summary>How long a cancelled run may take to save what it has.</summary>
    private static readonly TimeSpan SavingTime = TimeSpan.FromSeconds(30);

    public static RootCommand Build(GlobalOptions global)
    {
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
        var global = new GlobalOptions();
        var parsed = Build(global).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            const string fix = "see 'orchestrator --help', or 'orchestrator COMMAND --help'";
            var isJson = parsed.GetResult(global.Json) is { Implicit: false };
            return CommandGuard.Fail(
                new OutputSettings(isJson, Quiet: false, Verbosity.Normal, NoColor: true),
                ExitCode.Usage,
                [.. parsed.Errors.Select(error => new Diagnostic("CLI001", error.Message, Fix: fix))]);
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = SavingTime });
    }
}
