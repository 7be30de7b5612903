using SkOrchestrator.Data.Configuration;
namespace SkOrchestrator.Data.Tests.Configuration;

[Requirement("8.6")]
public class BrandReaderTests
{
    private const string File = "brand_config.yaml";

    [Fact]
    public void Languages_and_countries_are_normalised()
    {
        using var folder = new ConfigurationFolder();
        folder.Append(File, "languages: [EN, no]\ncountries: [gb, ie]\nbanned_phrases: [risk-free]");

        var brand = folder.Load().Brand;

        Assert.Equal(["en", "no"], brand.Languages);
        Assert.Equal(["GB", "IE"], brand.Countries);
        Assert.Equal(["risk-free"], brand.BannedPhrases);
        Assert.Equal("Hello,", brand.Greeting);
    }

    [Theory]
    [InlineData("https://alderandwren.example/unsubscribe", "http://alderandwren.example/unsubscribe", "CFG012")]
    [InlineData("https://alderandwren.example/unsubscribe", "https://other.example/unsubscribe", "CFG012")]
    [InlineData("https://alderandwren.example/unsubscribe", "https://alderandwren.example@other.example/", "CFG012")]
    [InlineData("https://alderandwren.example/unsubscribe", "/unsubscribe", "CFG012")]
    [InlineData("https://alderandwren.example/unsubscribe", "\"https://alderandwren.example/u>,<mailto:x@evil.example\"", "CFG012")]
    [InlineData("https://alderandwren.example/unsubscribe", "\"https://alderandwren.example/u?a=1,2\"", "CFG012")]
    [InlineData("https://alderandwren.example/unsubscribe", "\"https://alderandwren.example/u\\\"x\"", "CFG012")]
    [InlineData("https://alderandwren.example/unsubscribe", "https://alderandwren.example/u v", "CFG012")]
    [InlineData("https://alderandwren.example/unsubscribe", "\"https://alderandwren.example/\\u202Eu\"", "CFG012")]
    [InlineData("name: Alder & Wren\nsender", "name: \"Alder\\r\\nBcc: x@y.example\"\nsender", "CFG012")]
    [InlineData("sender: { name: Alder & Wren", "sender: { name: \"Alder\\nBcc: x@y.example\"", "CFG012")]
    [InlineData("\"https://alderandwren.example/\"", "\"https://evil.example/\"", "CFG012")]
    [InlineData("\"https://alderandwren.example/\"", "javascript:alert(1)", "CFG012")]
    [InlineData("hello@alderandwren.example", "hello", "CFG012")]
    [InlineData("hello@alderandwren.example", "hello@alderandwren", "CFG012")]
    [InlineData("care@alderandwren.example", "\"care@alderandwren.example\\r\\nBcc: x@y.example\"", "CFG012")]
    [InlineData("allowed_hosts: [alderandwren.example]", "allowed_hosts: [\"https://alderandwren.example\"]", "CFG012")]
    [InlineData("allowed_hosts: [alderandwren.example]", "allowed_hosts: [\"*.example\"]", "CFG012")]
    [InlineData("allowed_hosts: [alderandwren.example]", "allowed_hosts: []", "CFG007")]
    [InlineData("postal_address: 14 Mill Lane", "", "CFG007")]
    [InlineData("postal_address: 14 Mill Lane", "postal_address: ''", "CFG007")]
    [InlineData("postal_address", "postal_adress", "CFG005")]
    [InlineData("sign_off: The team", "sign_off: \"The \\u0007 team\"", "CFG012")]
    [InlineData("sign_off: The team", "sign_off: The team\nlanguages: []", "CFG007")]
    [InlineData("sign_off: The team", "sign_off: The team\nlanguages: [english]", "CFG012")]
    [InlineData("sign_off: The team", "sign_off: The team\ncountries: [UK1]", "CFG012")]
    public void Wrong_brand_value_is_refused_with_its_code(string old, string replacement, string code)
    {
        using var folder = new ConfigurationFolder();
        folder.Replace(File, old, replacement);

        Assert.Contains(folder.Problems(), p => p.Code == code && p.File == folder.PathOf(File));
    }
}
