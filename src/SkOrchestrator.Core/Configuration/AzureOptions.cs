namespace SkOrchestrator.Configuration;

/// <summary>What <c>azure_config.yaml</c> says: where the services are and which environment variable holds each key, never a key itself.</summary>
public sealed record AzureOptions
{
    /// <summary>Azure OpenAI.</summary>
    public AzureServiceOptions? AzureOpenAI { get; init; }

    /// <summary>Azure AI Search.</summary>
    public AzureServiceOptions? AzureSearch { get; init; }

    /// <summary>Azure AI Content Safety.</summary>
    public AzureServiceOptions? AzureContentSafety { get; init; }

    /// <summary>The key vault that may hold the keys.</summary>
    public string? KeyVaultUri { get; init; }

    /// <summary>Any OpenAI-compatible endpoint.</summary>
    public AzureServiceOptions? OpenAI { get; init; }
}
