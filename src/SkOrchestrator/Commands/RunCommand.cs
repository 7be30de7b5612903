using System.CommandLine;
using SkOrchestrator.Campaign;

namespace SkOrchestrator.Commands;

/// <summary><c>run</c>: the whole campaign.</summary>
internal static class RunCommand
{
    public static Command Build(GlobalOptions global)
    {
        var options = new RunOptions();
        var command = new Command(
            "run",
            "Run a whole campaign: load, segment, retrieve, write, check, screen, assign, observe, analyse, report. "
            + "Exit codes: 0 done, 1 unexpected, 2 usage, 3 invalid configuration or input, 4 nothing passed the safety gate, 5 finished but a variant failed, 130 cancelled.");
        options.AddTo(command);
        command.SetAction((result, cancellationToken) =>
        {
            var output = global.Read(result);
            return CommandGuard.RunAsync(
                () => CampaignHost.RunAsync(options.Read(result, TimeProvider.System.GetUtcNow()), output, TimeProvider.System, cancellationToken),
                output);
        });
        return command;
    }
}
