namespace SkOrchestrator.Configuration;

/// <summary>One service of <c>azure_config.yaml</c>.</summary>
public sealed record AzureServiceOptions
{
    /// <summary>The https address of the service.</summary>
    public string? Endpoint { get; init; }

    /// <summary><c>api_key</c> or <c>entra</c>.</summary>
    public string Auth { get; init; } = "api_key";

    /// <summary>The environment variable that holds the key.</summary>
    public string? ApiKeyEnvironmentVariable { get; init; }

    /// <summary>A local stand-in for the service, for tests.</summary>
    public string? EndpointOverride { get; init; }

    /// <summary>Other keys of the service (deployment, index, model, limits), as written.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
