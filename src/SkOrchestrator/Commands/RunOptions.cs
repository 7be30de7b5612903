using System.CommandLine;
using SkOrchestrator.Campaign;
using SkOrchestrator.Configuration;

namespace SkOrchestrator.Commands;

/// <summary>The options of <c>run</c>, most of which <c>plan</c> takes too.</summary>
internal sealed class RunOptions
{
    private readonly Option<string> _customers = WithDefault("--customers", "The customers: CSV, CSV.gz or Parquet", RunRequest.DefaultCustomers, "FILE");
    private readonly Option<string> _content = WithDefault("--content", "The folder of approved content", RunRequest.DefaultContent, "DIR");
    private readonly Option<string> _suppressions = WithDefault("--suppressions", "The suppression list", RunRequest.DefaultSuppressions, "FILE");
    private readonly Option<string> _prompts = WithDefault("--prompts", "The folder of prompts and phrases", "prompts", "DIR");
    private readonly Option<string> _output = WithDefault("--output", "Where run directories go", "runs", "DIR");
    private readonly Option<string?> _runId = new("--run-id") { Description = "Name of the run directory; default: the time", HelpName = "ID" };
    private readonly Option<string?> _contactHistory = new("--contact-history") { Description = "Past mails (customer_id,sent_at), for the frequency cap", HelpName = "FILE" };
    private readonly Option<int?> _seed = new("--seed")
    {
        Description = "Seed of everything random; default: experiment_config.yaml",
        HelpName = "N",
        CustomParser = OptionChecks.Whole,
    };

    private readonly Option<string?> _armColumn = new("--arm-column") { Description = "With --engagement historical: the column of the arm really sent", HelpName = "COLUMN" };
    private readonly Option<DateTimeOffset?> _sendAt = new("--send-at")
    {
        Description = "Offers and approvals are judged at this time (ISO 8601); default: now",
        HelpName = "TIME",
        CustomParser = TimeOption.Parse,
    };

    private readonly Option<string[]> _config = new("--config")
    {
        Description = "A configuration folder; may be given twice, later files win",
        HelpName = "DIR",
        DefaultValueFactory = _ => ["config"],
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string> _provider = WithDefault("--provider", "Who writes, searches and screens", "embedded", "embedded");
    private readonly Option<string?> _engagement = new("--engagement")
    {
        Description = "Where engagement comes from; default: experiment_config.yaml",
        HelpName = "simulated|historical|none",
    };

    private readonly Option<string?> _trace = new("--trace") { Description = "Print the spans of the run on stderr", HelpName = "console" };

    public RunOptions()
    {
        _provider.AcceptOnlyFromAmong("embedded");
        _engagement.AcceptOnlyFromAmong("simulated", "historical", "none");
        _trace.AcceptOnlyFromAmong("console");
    }

    public void AddTo(Command command)
    {
        AddInputsTo(command);
        foreach (Option option in new Option[] { _runId, _engagement, _armColumn, _trace })
        {
            command.Options.Add(option.NotEmpty());
        }
    }

    /// <summary>Adds what a plan of a run needs too: inputs, configuration, seed, time, output.</summary>
    public void AddInputsTo(Command command)
    {
        foreach (Option option in new Option[] { _customers, _content, _suppressions, _config, _prompts, _output, _provider, _seed, _contactHistory, _sendAt })
        {
            command.Options.Add(option.NotEmpty());
        }
    }

    /// <summary>Whether the user named the customer file.</summary>
    public bool NamesCustomers(ParseResult result) => result.GetResult(_customers) is { Implicit: false };

    public RunRequest Read(ParseResult result, DateTimeOffset now) => new()
    {
        Customers = result.GetRequiredValue(_customers),
        Content = result.GetRequiredValue(_content),
        Suppressions = result.GetRequiredValue(_suppressions),
        SuppressionsGiven = result.GetResult(_suppressions) is { Implicit: false },
        Config = result.GetRequiredValue(_config),
        Prompts = result.GetRequiredValue(_prompts),
        Output = result.GetRequiredValue(_output),
        RunId = result.GetValue(_runId),
        Provider = result.GetRequiredValue(_provider),
        Seed = result.GetValue(_seed),
        Engagement = result.GetValue(_engagement) is { } source ? Enum.Parse<EngagementSource>(source, ignoreCase: true) : null,
        ArmColumn = result.GetValue(_armColumn),
        ContactHistory = result.GetValue(_contactHistory),
        SendAt = result.GetValue(_sendAt) ?? now,
        SendAtGiven = result.GetValue(_sendAt) is not null,
        TraceToConsole = result.GetValue(_trace) == "console",
    };

    private static Option<string> WithDefault(string name, string description, string value, string helpName) => new(name)
    {
        Description = description,
        HelpName = helpName,
        DefaultValueFactory = _ => value,
    };
}
