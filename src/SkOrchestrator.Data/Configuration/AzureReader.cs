using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Configuration.Yaml;

namespace SkOrchestrator.Data.Configuration;

/// <summary>Reads <c>azure_config.yaml</c>, which names where each key is kept and never holds one.</summary>
internal static class AzureReader
{
    private static readonly NumberRange PerMinute = new(1, int.MaxValue, "a minute");

    private static readonly Dictionary<string, bool> AuthKinds = new() { ["api_key"] = true, ["entra"] = true };

    /// <summary>Reads the options; problems are noted in the reader.</summary>
    public static AzureOptions Read(YamlReader reader)
    {
        RefuseSecrets(reader);
        var vault = reader.Map("key_vault");
        var options = new AzureOptions
        {
            AzureOpenAI = Service(reader, "azure_openai", texts: ["deployment"], limits: ["requests_per_minute", "tokens_per_minute"]),
            AzureSearch = Service(reader, "azure_search", texts: ["index"], flags: ["semantic"]),
            AzureContentSafety = Service(reader, "azure_content_safety", lists: ["blocklists"]),
            OpenAI = Service(reader, "openai", "base_url", texts: ["model"], limits: ["requests_per_minute", "tokens_per_minute"]),
            KeyVaultUri = vault is null ? null : Endpoint(vault, "uri"),
        };
        vault?.RefuseUnknownKeys();
        return options;
    }

    private static AzureServiceOptions? Service(
        YamlReader reader,
        string key,
        string endpoint = "endpoint",
        string[]? texts = null,
        string[]? limits = null,
        string[]? flags = null,
        string[]? lists = null)
    {
        if (reader.Map(key) is not { } map)
        {
            return null;
        }

        var settings = new SortedDictionary<string, string>(StringComparer.Ordinal);
        void Keep(string name, string? value)
        {
            if (value is not null)
            {
                settings[name] = value;
            }
        }

        foreach (var name in texts ?? [])
        {
            Keep(name, OptionalText(map, name));
        }

        foreach (var name in limits ?? [])
        {
            Keep(name, map.Whole(name, PerMinute) is null ? null : map.Text(name));
        }

        foreach (var name in flags ?? [])
        {
            Keep(name, map.Flag(name) is null ? null : map.Text(name));
        }

        foreach (var name in lists ?? [])
        {
            Keep(name, map.Texts(name) is { Count: > 0 } values ? string.Join(',', values.Select(v => v.Text)) : null);
        }

        var service = new AzureServiceOptions
        {
            Endpoint = Endpoint(map, endpoint),
            Auth = map.Choice("auth", AuthKinds) is null ? new AzureServiceOptions().Auth : map.Text("auth")!,
            ApiKeyEnvironmentVariable = NameRules.EnvironmentVariable(map, "api_key_env"),
            EndpointOverride = Endpoint(map, "endpoint_override"),
            Settings = settings,
        };
        map.RefuseUnknownKeys();
        return service;
    }

    /// <summary>An https address, or http on this machine; an empty text counts as not given.</summary>
    private static string? Endpoint(YamlReader map, string key)
    {
        if (OptionalText(map, key) is not { } text)
        {
            return null;
        }

        var isUsable = Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && uri.Query.Length == 0 &&
            (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
        if (!isUsable)
        {
            var expected = "an https:// address without user and query (http:// only for 127.0.0.1)";
            map.Problems.Add(ProblemKind.Format, map.PlaceOf(key), $"{map.NameOf(key)} is not an address", text, expected);
        }

        return isUsable ? text : null;
    }

    private static string? OptionalText(YamlReader map, string key) =>
        map.Find(key) is YamlText { Text.Length: 0 } ? null : map.Text(key);

    private static void RefuseSecrets(YamlReader reader)
    {
        foreach (var (key, value) in reader.Entries.SelectMany(Flatten))
        {
            var name = key.Text.ToLowerInvariant();
            var isKey = name.Contains("key", StringComparison.Ordinal) && !name.EndsWith("_env", StringComparison.Ordinal);
            if (value is { IsNull: false } && (isKey || SecretPattern.Matches(value.Text)))
            {
                reader.Problems.Add(
                    ProblemKind.Secret,
                    value.Place,
                    $"{key.Text} holds a secret",
                    "a value that is not shown",
                    "the name of an environment variable, under api_key_env",
                    "put the key into an environment variable or the key vault, and replace it at its service, because it was in a file");
            }
        }
    }

    private static IEnumerable<(YamlText Key, YamlText Value)> Flatten(YamlEntry entry) => entry.Value switch
    {
        YamlText text => [(entry.Key, text)],
        YamlMap map => map.Entries.SelectMany(Flatten),
        YamlList list => list.Items.SelectMany(item => Flatten(entry with { Value = item })),
        _ => [],
    };
}
