using SkOrchestrator.Configuration;

namespace SkOrchestrator.Data.Eligibility;

/// <summary>Who may be mailed.</summary>
public sealed record EligibilityRules
{
    /// <summary>The experiment's id; part of the salt of the sample.</summary>
    public required string ExperimentId { get; init; }

    /// <summary>When the campaign is sent; suppressions that ended before don't count.</summary>
    public required DateTimeOffset SendAt { get; init; }

    /// <summary>The seed of the sample.</summary>
    public int Seed { get; init; }

    /// <summary>The suppression list: <c>customer_id</c>, <c>email</c> or <c>email_sha256</c>, optional <c>reason, scope, since, until</c>; null = none.</summary>
    public string? SuppressionsPath { get; init; }

    /// <summary>Earlier mails: <c>customer_id, sent_at</c>; null = not known.</summary>
    public string? ContactHistoryPath { get; init; }

    /// <summary>How often a customer may be mailed.</summary>
    public ContactPolicy Contact { get; init; } = new(0, TimeSpan.FromDays(7));

    /// <summary>Languages of the campaign, ISO 639-1; a customer without a language counts as one of them.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Countries the campaign goes to, ISO 3166; empty = all. With a list, a customer without a country is not mailed.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>How many customers take part; null = all.</summary>
    public int? SampleSize { get; init; }

    /// <summary>Share of the eligible customers who are mailed nothing, from 0 to below 1.</summary>
    public double HoldoutShare { get; init; }
}
