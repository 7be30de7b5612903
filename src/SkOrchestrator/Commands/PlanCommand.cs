using System.CommandLine;
using SkOrchestrator.Planning;
using SkOrchestrator.Runs;

namespace SkOrchestrator.Commands;

/// <summary><c>plan</c>: what a run would do and could show, before anything is spent.</summary>
internal static class PlanCommand
{
    public static Command Build(GlobalOptions global)
    {
        var inputs = new RunOptions();
        var isLocked = new Option<bool>("--lock")
        {
            Description = "Write the plan to OUTPUT/plan.lock.json; a run there is then held to it. Never writes over another plan",
        };
        var backtest = new Option<string?>("--backtest")
        {
            Description = "Try the design on a past customer file with label columns: false winners, lifts found, cost of control. "
                + "Without --customers the plan is made for this file",
            HelpName = "FILE",
        };
        var command = new Command(
            "plan",
            "Show the audience, the arm sizes, what the experiment can find, and the model calls and their cost, before anything is spent. Asks no model; "
            + "writes nothing without --lock. Exit codes: 0 done, 1 unexpected, 2 usage, 3 invalid configuration or input (or another plan is locked), 130 cancelled.");
        inputs.AddInputsTo(command);
        command.Options.Add(isLocked);
        command.Options.Add(backtest.NotEmpty());
        command.SetAction((result, cancellationToken) =>
        {
            var output = global.Read(result);
            return CommandGuard.RunAsync(
                () =>
                {
                    var request = Read(result, inputs, result.GetValue(isLocked), result.GetValue(backtest));
                    return new PlanHost(request, output, TimeProvider.System).RunAsync(cancellationToken);
                },
                output);
        });
        return command;
    }

    private static PlanRequest Read(ParseResult result, RunOptions inputs, bool isLocked, string? backtest)
    {
        var run = inputs.Read(result, TimeProvider.System.GetUtcNow());
        if (backtest is null || inputs.NamesCustomers(result))
        {
            return new PlanRequest(run, isLocked, backtest);
        }

        return isLocked
            ? throw new UsageException("CLI002", "--lock writes down the plan for the customers to be mailed, and --backtest names a past file", "name the customers with --customers, too")
            : new PlanRequest(run with { Customers = backtest }, isLocked, backtest);
    }
}
