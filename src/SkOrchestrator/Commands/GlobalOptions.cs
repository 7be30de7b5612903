using System.CommandLine;

namespace SkOrchestrator.Commands;

/// <summary>Options that every command takes.</summary>
internal sealed class GlobalOptions
{
    public Option<bool> Json { get; } = new("--json") { Description = "Print one JSON document on stdout and nothing else there", Recursive = true };

    public Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "No progress and no table; only what scripts need", Recursive = true };

    public Option<string> Verbosity { get; } = new("--verbosity", "-v")
    {
        Description = "How much the log files hold",
        HelpName = "quiet|normal|detailed|diagnostic",
        Recursive = true,
        DefaultValueFactory = _ => "normal",
    };

    public Option<bool> NoColor { get; } = new("--no-color") { Description = "No colours (so does the variable NO_COLOR)", Recursive = true };

    public Option<bool> NoInput { get; } = new("--no-input") { Description = "Never ask", Recursive = true };

    public Option<bool> Yes { get; } = new("--yes", "-y") { Description = "Answer questions with yes", Recursive = true };

    public void AddTo(Command command)
    {
        Verbosity.AcceptOnlyFromAmong("quiet", "normal", "detailed", "diagnostic");
        command.Options.Add(Json);
        command.Options.Add(Quiet);
        command.Options.Add(Verbosity);
        command.Options.Add(NoColor);
        command.Options.Add(NoInput);
        command.Options.Add(Yes);
    }

    public OutputSettings Read(ParseResult result) => new(
        result.GetValue(Json),
        result.GetValue(Quiet),
        Enum.Parse<Verbosity>(result.GetRequiredValue(Verbosity), ignoreCase: true),
        result.GetValue(NoColor) || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));
}
