using SkOrchestrator.Experiment;
using SkOrchestrator.Safety;

namespace SkOrchestrator.Runs;

/// <summary>What a run did, with everything it rests on; <c>run.json</c> is this record in camel case.</summary>
public sealed record RunManifest
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>When it started, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended, UTC; null while it is running.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary><c>running</c>, <c>finished</c>, <c>stopped</c> or <c>failed</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The seed.</summary>
    public required int Seed { get; init; }

    /// <summary><c>embedded</c>, <c>azure</c> or <c>openai</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>Where engagement came from.</summary>
    public required string EngagementSource { get; init; }

    /// <summary>The moment that offers and approvals are judged at, UTC.</summary>
    public required DateTimeOffset SendAt { get; init; }

    /// <summary>Who wrote the messages.</summary>
    public required string Writer { get; init; }

    /// <summary>What screened them.</summary>
    public required string Screen { get; init; }

    /// <summary>Input files.</summary>
    public IReadOnlyList<RunInput> Inputs { get; init; } = [];

    /// <summary>Prompt files.</summary>
    public IReadOnlyList<RunFile> Prompts { get; init; } = [];

    /// <summary>Configuration files.</summary>
    public IReadOnlyList<RunFile> Config { get; init; } = [];

    /// <summary>Versions of the program and the main libraries.</summary>
    public IReadOnlyDictionary<string, string> Versions { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Planned arm shares where they are not equal; null otherwise.</summary>
    public IReadOnlyDictionary<string, double>? Weights { get; init; }

    /// <summary>The seal of the locked plan that the run began with; null without one.</summary>
    public string? PlanSha256 { get; init; }

    /// <summary>Lower-case hex SHA-256 of <c>experiment.json</c>, which a later analysis rests on; null before assignment.</summary>
    public string? SettingsSha256 { get; init; }

    /// <summary>Where the customers went.</summary>
    public Funnel Funnel { get; init; } = new();

    /// <summary>The steps in order.</summary>
    public IReadOnlyList<RunStep> Steps { get; init; } = [];

    /// <summary>Calls, tokens, cost.</summary>
    public RunUsage Usage { get; init; } = new(0, 0, 0, 0, 0, 0);

    /// <summary>Length and last hash of the safety audit.</summary>
    public AuditHead AuditHead { get; init; } = new(0, new string('0', 64));
}
