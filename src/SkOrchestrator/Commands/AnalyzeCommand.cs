using System.CommandLine;
using SkOrchestrator.Analyses;

namespace SkOrchestrator.Commands;

/// <summary><c>analyze</c>: the experiment engine alone, on real data.</summary>
internal static class AnalyzeCommand
{
    public static Command Build(GlobalOptions global)
    {
        var options = new AnalyzeOptions();
        var command = new Command(
            "analyze",
            "Analyse an experiment that was carried out: a finished run with event files (--run RUN --events FILE), a table with one row per customer (--data FILE --arm COLUMN --metrics a,b), or counts (--counts FILE). "
            + "Exit codes: 0 done, 1 unexpected, 2 usage, 3 invalid input.");
        options.AddTo(command);
        command.SetAction((result, _) =>
        {
            var output = global.Read(result);
            return CommandGuard.RunAsync(() => Task.FromResult(new AnalysisRunner(Console.Out, output, TimeProvider.System).Run(options.Read(result))), output);
        });
        return command;
    }
}
