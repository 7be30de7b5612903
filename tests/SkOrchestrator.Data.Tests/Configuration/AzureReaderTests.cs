using SkOrchestrator.Data.Configuration;
namespace SkOrchestrator.Data.Tests.Configuration;

[Requirement("8.4")]
public class AzureReaderTests
{
    private const string File = "azure_config.yaml";

    [Fact]
    public void Services_are_read_with_their_settings()
    {
        using var folder = new ConfigurationFolder();
        folder.Write(File,
            """
            azure_openai:
              { endpoint: "https://x.openai.azure.com/", deployment: gpt, auth: entra, requests_per_minute: 60, endpoint_override: "http://127.0.0.1:8080" }
            azure_search: { endpoint: "https://x.search.windows.net/", index: content, api_key_env: SEARCH_KEY, semantic: true }
            azure_content_safety: { endpoint: "https://x.cognitiveservices.azure.com/", blocklists: [a, b] }
            key_vault: { uri: "" }
            openai: { base_url: "http://localhost:11434/v1", model: small }
            """);

        var azure = folder.Load().Azure;

        var (model, search) = (azure.AzureOpenAI!, azure.AzureSearch!);
        Assert.Equal(("entra", "http://127.0.0.1:8080"), (model.Auth, model.EndpointOverride));
        Assert.Equal(("gpt", "60"), (model.Settings["deployment"], model.Settings["requests_per_minute"]));
        Assert.Equal(("api_key", "SEARCH_KEY", "true"), (search.Auth, search.ApiKeyEnvironmentVariable, search.Settings["semantic"]));
        Assert.Equal("a,b", azure.AzureContentSafety!.Settings["blocklists"]);
        Assert.Null(azure.KeyVaultUri);
        Assert.Equal("http://localhost:11434/v1", azure.OpenAI!.Endpoint);
    }

    [Theory]
    [Requirement("NFR-8")]
    [InlineData("azure_openai: { api_key: short }", "short")]
    [InlineData("azure_search: { admin_key: 12345 }", "12345")]
    [InlineData("azure_search: { index: 0123456789abcdef0123456789ABCDEF }", "0123456789abcdef0123456789ABCDEF")]
    [InlineData("azure_openai: { api_key_env: sk-abcdefghijklmnopqrst }", "sk-abcdefghijklmnopqrst")]
    [InlineData("azure_openai: { deployment: aB3dEfGhIjKlMnOpQrStUvWxYz0123456789aB3dEfGh }", "aB3dEfGhIjKl")]
    [InlineData("azure_content_safety: { blocklists: [aB3dEfGhIjKlMnOpQrStUvWxYz0123456789+/==] }", "aB3dEfGhIjKl")]
    public void Secret_in_the_file_is_refused_and_not_repeated(string yaml, string secret)
    {
        using var folder = new ConfigurationFolder();
        folder.Write(File, yaml);

        var problems = folder.Problems();

        Assert.Contains(problems, p => p is { Code: "CFG011", Line: 1 });
        Assert.All(problems, p => Assert.DoesNotContain(secret, $"{p.Message} {p.Found} {p.Expected} {p.Fix}"));
    }

    [Theory]
    [InlineData("azure_openai: { endpoint: \"http://x.openai.azure.com/\" }", "CFG012")]
    [InlineData("azure_openai: { endpoint: \"https://user:word@x.openai.azure.com/\" }", "CFG012")]
    [InlineData("azure_openai: { endpoint: \"https://x.openai.azure.com/?sig=abc\" }", "CFG012")]
    [InlineData("azure_openai: { endpoint_override: \"http://10.0.0.1:80\" }", "CFG012")]
    [InlineData("azure_openai: { auth: password }", "CFG009")]
    [InlineData("azure_openai: { api_key_env: \"MY KEY\" }", "CFG012")]
    [InlineData("azure_openai: { requests_per_minute: 0 }", "CFG008")]
    [InlineData("azure_search: { semantic: maybe }", "CFG009")]
    [InlineData("azure_serch: { index: x }", "CFG005")]
    public void Wrong_service_value_is_refused_with_its_code(string yaml, string code)
    {
        using var folder = new ConfigurationFolder();
        folder.Write(File, yaml);

        Assert.Equal(code, Assert.Single(folder.Problems()).Code);
    }
}
