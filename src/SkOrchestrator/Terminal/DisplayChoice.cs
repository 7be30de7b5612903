using SkOrchestrator.Commands;

namespace SkOrchestrator.Terminal;

/// <summary>Chooses how progress is shown: redrawn on a terminal, plain lines elsewhere, nothing when quiet.</summary>
internal static class DisplayChoice
{
    public static IRunDisplay For(OutputSettings output)
    {
        if (output.Quiet)
        {
            return new QuietDisplay();
        }

        if (Console.IsErrorRedirected || Environment.GetEnvironmentVariable("TERM") == "dumb" || Environment.GetEnvironmentVariable("CI") is not null)
        {
            return new PlainDisplay(Console.Error);
        }

        return new TerminalDisplay(Terminals.Of(Console.Error, output.NoColor));
    }
}
