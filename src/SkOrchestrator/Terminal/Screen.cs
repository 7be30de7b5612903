using Spectre.Console;
using Spectre.Console.Rendering;

namespace SkOrchestrator.Terminal;

/// <summary>Shows results to people: wrapped and ruled on a terminal, in whole lines and plain characters in a pipe.</summary>
internal sealed class Screen
{
    private const int PlainWidth = 200;
    private readonly IAnsiConsole _console;

    public Screen(TextWriter data, bool noColor)
    {
        IsTerminal = !Console.IsOutputRedirected;
        _console = Terminals.Of(data, noColor);
        if (!IsTerminal)
        {
            _console.Profile.Width = PlainWidth;
        }
    }

    public bool IsTerminal { get; }

    public Table NewTable() => new() { Border = IsTerminal ? TableBorder.Simple : TableBorder.Ascii };

    public void Write(IRenderable content) => _console.Write(content);

    /// <summary>A sentence: wrapped on a terminal, in one piece in a pipe.</summary>
    public void Say(string text)
    {
        if (IsTerminal)
        {
            _console.Write(new Text(PlainText.Of(text) + "\n"));
        }
        else
        {
            Line(text);
        }
    }

    /// <summary>Written past the console's wrapping: a path must stay in one piece.</summary>
    public void Line(string text = "") => _console.Profile.Out.Writer.WriteLine(PlainText.Of(text));
}
