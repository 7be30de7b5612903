using SkOrchestrator.Configuration;

namespace SkOrchestrator.Agents;

/// <summary>Settings of the agents.</summary>
public sealed record AgentsOptions
{
    /// <summary>The brand.</summary>
    public required BrandOptions Brand { get; init; }

    /// <summary>The seed, passed on to the embedded composer.</summary>
    public int Seed { get; init; }

    /// <summary>Conversations and model calls under way at once; 1 = strictly one after the other.</summary>
    public int MaxConcurrency { get; init; } = 1;

    /// <summary>Drafts per variant at most, the first included.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>Snippets per segment at most, 3–5.</summary>
    public int Snippets { get; init; } = 5;

    /// <summary>Whether the safety agent explains its verdicts and gives a second opinion. Both are advisory and never change a verdict.</summary>
    public bool Advisory { get; init; } = true;

    /// <summary>Language of the messages, ISO 639-1.</summary>
    internal string Language => Brand.Languages.Count > 0 ? Brand.Languages[0] : "en";
}
