using SkOrchestrator.Configuration;

namespace SkOrchestrator.Campaign;

/// <summary>What a user asked <c>run</c> to do.</summary>
internal sealed record RunRequest
{
    public const string DefaultCustomers = "samples/brand/customers.csv";
    public const string DefaultContent = "samples/brand/content/";
    public const string DefaultSuppressions = "samples/brand/suppressions.csv";

    public required string Customers { get; init; }

    public required string Content { get; init; }

    public required string Suppressions { get; init; }

    /// <summary>Whether the suppression list was named by the user and is not the sample's.</summary>
    public bool SuppressionsGiven { get; init; }

    public required IReadOnlyList<string> Config { get; init; }

    public required string Prompts { get; init; }

    public required string Output { get; init; }

    public string? RunId { get; init; }

    public required string Provider { get; init; }

    public int? Seed { get; init; }

    public EngagementSource? Engagement { get; init; }

    public string? ArmColumn { get; init; }

    public string? ContactHistory { get; init; }

    public required DateTimeOffset SendAt { get; init; }

    /// <summary>Whether the user said when the mails go out.</summary>
    public bool SendAtGiven { get; init; }

    public bool TraceToConsole { get; init; }
}
