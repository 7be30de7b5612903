using System.Text.Json;
using SkOrchestrator.Diagnostics;
using SkOrchestrator.Runs;
using SkOrchestrator.Terminal;

namespace SkOrchestrator.Commands;

/// <summary>Turns what a command throws into a message on stderr, a document on stdout with <c>--json</c>, and the exit code of the contract.</summary>
internal static class CommandGuard
{
    public static async Task<int> RunAsync(Func<Task<int>> command, OutputSettings output)
    {
        try
        {
            return await command();
        }
        catch (InvalidInputException exception)
        {
            return Fail(output, ExitCode.InvalidInput, exception.Diagnostics);
        }
        catch (UsageException exception)
        {
            return Fail(output, ExitCode.Usage, [new Diagnostic(exception.Code, exception.Message, Fix: exception.Fix)]);
        }
        catch (OperationCanceledException)
        {
            return Fail(output, ExitCode.Cancelled, [new Diagnostic("RUN130", "cancelled; what was finished is kept in the run directory")]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Fail(output, ExitCode.Unexpected, [new Diagnostic("RUN002", exception.Message, Fix: "check that the output can be written and has room")]);
        }
        catch (Exception exception)
        {
            return Fail(output, ExitCode.Unexpected,
            [
                new Diagnostic(
                    "RUN999",
                    $"unexpected {exception.GetType().Name}: {exception.Message}",
                    Fix: "the stack trace is in logs/system.log of the run, if the run had begun"),
            ]);
        }
    }

    /// <summary>Tells what went wrong, and returns the exit code.</summary>
    public static int Fail(OutputSettings output, int exitCode, IReadOnlyList<Diagnostic> diagnostics)
    {
        new ErrorPrinter(Console.Error).Print(diagnostics);
        if (output.Json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(new { exitCode, errors = diagnostics }, RunJson.Document));
        }

        return exitCode;
    }
}
