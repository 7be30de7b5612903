namespace SkOrchestrator.Configuration;

/// <summary>What <c>brand_config.yaml</c> says: who sends, and what every mail must carry.</summary>
public sealed record BrandOptions
{
    /// <summary>The brand's name.</summary>
    public required string Name { get; init; }

    /// <summary>Display name of the sender.</summary>
    public required string SenderName { get; init; }

    /// <summary>Address of the sender.</summary>
    public required string SenderAddress { get; init; }

    /// <summary>Where replies go.</summary>
    public required string ReplyTo { get; init; }

    /// <summary>Postal address, a legal duty in most countries.</summary>
    public required string PostalAddress { get; init; }

    /// <summary>Where a reader unsubscribes.</summary>
    public required string UnsubscribeUrl { get; init; }

    /// <summary>Hosts that links may point to.</summary>
    public required IReadOnlyList<string> AllowedHosts { get; init; }

    /// <summary>The call to action where content names none.</summary>
    public required CallToAction DefaultCallToAction { get; init; }

    /// <summary>Languages the campaign is sent in; ISO 639-1. Customers with another one are not mailed.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en"];

    /// <summary>Countries the campaign is sent to, ISO 3166; empty = all.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Why the reader gets the mail; stands in the footer.</summary>
    public required string LegalFooter { get; init; }

    /// <summary>The first line of a mail.</summary>
    public string Greeting { get; init; } = "Hello,";

    /// <summary>The last line of a mail.</summary>
    public required string SignOff { get; init; }

    /// <summary>Phrases that must not occur.</summary>
    public IReadOnlyList<string> BannedPhrases { get; init; } = [];
}
