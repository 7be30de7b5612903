namespace SkOrchestrator.Planning;

/// <summary>Fingerprints of what a plan rests on: lower-case hex SHA-256. File names are relative to their folder.</summary>
public sealed record PlanHashes
{
    /// <summary>The customer file.</summary>
    public required string Customers { get; init; }

    /// <summary>The content library: names and hashes of all its files.</summary>
    public required string Content { get; init; }

    /// <summary>Configuration files by name.</summary>
    public required IReadOnlyDictionary<string, string> Config { get; init; }

    /// <summary>Prompt files by name.</summary>
    public required IReadOnlyDictionary<string, string> Prompts { get; init; }
}
