using Spectre.Console;

namespace SkOrchestrator.Terminal;

/// <summary>Makes consoles for the two streams.</summary>
internal static class Terminals
{
    public static IAnsiConsole Of(TextWriter stream, bool noColor) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(stream),
        ColorSystem = noColor ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
    });
}
