using System.Text.Json;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Configuration;

namespace SkOrchestrator.Data.Tests.Configuration;

/// <summary>The schemas for editors must say what the loader says.</summary>
public class SchemaTests
{
    [Theory]
    [InlineData("experiment_config.yaml", "zzz: 1", "")]
    [InlineData("experiment_config.yaml", "windows: { zzz: 1 }", "windows")]
    [InlineData("experiment_config.yaml", "contact: { zzz: 1 }", "contact")]
    [InlineData("experiment_config.yaml", "guardrails: { zzz: 1 }", "guardrails")]
    [InlineData("experiment_config.yaml", "monitoring: { method: none, zzz: 1 }", "monitoring")]
    [InlineData("experiment_config.yaml", "caps: { zzz: 1 }", "caps")]
    [InlineData("safety_thresholds.yaml", "zzz: 1", "")]
    [InlineData("safety_thresholds.yaml", "sexual: { zzz: 1 }", "sexual")]
    [InlineData("brand_config.yaml", "zzz: 1", "")]
    [InlineData("azure_config.yaml", "zzz: 1", "")]
    [InlineData("azure_config.yaml", "azure_openai: { zzz: 1 }", "azure_openai")]
    [InlineData("azure_config.yaml", "azure_search: { zzz: 1 }", "azure_search")]
    [InlineData("azure_config.yaml", "azure_content_safety: { zzz: 1 }", "azure_content_safety")]
    [InlineData("azure_config.yaml", "key_vault: { zzz: 1 }", "key_vault")]
    [InlineData("azure_config.yaml", "openai: { zzz: 1 }", "openai")]
    [InlineData("segmentation_config.yaml", "zzz: 1", "")]
    [InlineData("segmentation_config.yaml", "clusters: { zzz: 1 }", "clusters")]
    [InlineData("segmentation_config.yaml", "privacy: { zzz: 1 }", "privacy")]
    [InlineData("segmentation_config.yaml", "fallback: { zzz: 1 }", "fallback")]
    public void Schema_knows_the_keys_that_the_loader_knows(string file, string yaml, string part)
    {
        using var folder = new ConfigurationFolder();
        folder.Write(file, File.Exists(folder.PathOf(file)) ? File.ReadAllText(folder.PathOf(file)) + "\n" + yaml : yaml);
        var known = Assert.Single(folder.Problems(), p => p.Code == "CFG005").Expected!["one of ".Length..].Split(", ");

        using var schema = JsonDocument.Parse(File.ReadAllText(SchemaOf(file)));
        var properties = schema.RootElement.GetProperty("properties");
        var keys = part.Length == 0 ? properties : properties.GetProperty(part).GetProperty("properties");

        Assert.Equal(known.Order(), keys.EnumerateObject().Select(p => p.Name).Order());
    }

    [Fact]
    public void Column_schema_knows_every_role()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(SchemaOf("segmentation_config.yaml")));
        var roles = schema.RootElement.GetProperty("definitions").GetProperty("column").GetProperty("anyOf")[0].GetProperty("enum");

        Assert.Equal(
            Enum.GetNames<ColumnRole>().Select(r => r.ToLowerInvariant()).Order(),
            roles.EnumerateArray().Select(r => r.GetString()!).Order());
    }

    [Theory]
    [InlineData("experiment_config.yaml")]
    [InlineData("safety_thresholds.yaml")]
    [InlineData("brand_config.yaml")]
    [InlineData("azure_config.yaml")]
    [InlineData("segmentation_config.yaml")]
    public void Default_file_names_its_schema(string file)
    {
        var first = File.ReadLines(Path.Combine(RepositoryFolder.Of("config"), file)).First();

        Assert.Equal($"# yaml-language-server: $schema=schemas/{Path.GetFileName(SchemaOf(file))}", first);
    }

    private static string SchemaOf(string file) =>
        Path.Combine(RepositoryFolder.Of("config"), "schemas", Path.ChangeExtension(file, ".schema.json"));
}
