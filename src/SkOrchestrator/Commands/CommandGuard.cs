using SkOrchestrator.Diagnostics;
using SkOrchestrator.Runs;
using SkOrchestrator.Terminal;

namespace SkOrchestrator.Commands;

/// <summary>Turns what a command throws into a message on stderr and the exit code of the contract.</summary>
internal static class CommandGuard
{
    public static async Task<int> RunAsync(Func<Task<int>> command, CancellationToken cancellationToken)
    {
        var errors = new ErrorPrinter(Console.Error);
        try
        {
            return await command();
        }
        catch (InvalidInputException exception)
        {
            errors.Print(exception.Diagnostics);
            return ExitCode.InvalidInput;
        }
        catch (UsageException exception)
        {
            errors.Print(exception.Code, exception.Message, exception.Fix);
            return ExitCode.Usage;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            errors.Print("RUN130", "cancelled; what was finished is kept in the run directory", null);
            return ExitCode.Cancelled;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.Print("RUN002", exception.Message, "check that the folder exists, can be written and has room");
            return ExitCode.Unexpected;
        }
        catch (Exception exception)
        {
            errors.Print("RUN999", $"unexpected {exception.GetType().Name}: {exception.Message}", "the stack trace is in logs/system.log of the run, if the run had begun");
            return ExitCode.Unexpected;
        }
    }
}
