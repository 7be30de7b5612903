using System.Text.RegularExpressions;

namespace SkOrchestrator.Tests.Architecture;

public sealed partial class DocumentationTests
{
    [Fact]
    public void Every_error_code_is_listed_in_the_readme()
    {
        var readme = File.ReadAllText(Repository.PathOf("README.md"));
        var codes = Repository.CSharpFiles("src").SelectMany(f => Code().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Distinct();

        Assert.All(codes, c => Assert.True(IsInARange(c) || readme.Contains($"`{c}`", StringComparison.Ordinal), $"{c} is not listed"));
    }

    [Fact]
    public void Every_configuration_key_of_the_readme_stands_in_its_file()
    {
        var rows = Regex.Matches(File.ReadAllText(Repository.PathOf("README.md")), @"\| `(config/\w+\.yaml)` \|[^|]*\|([^|]*)\|");

        Assert.Equal(5, rows.Count);
        Assert.All(rows, row =>
        {
            var text = File.ReadAllText(Repository.PathOf(row.Groups[1].Value));
            var keys = Regex.Matches(row.Groups[2].Value, @"`([^`]+)`").SelectMany(m => m.Groups[1].Value.Split(',', '.')).Select(k => k.Trim());
            Assert.All(keys, key => Assert.Matches($@"(?m)(^|[\s{{#]){Regex.Escape(key)}:", text));
        });
    }

    /// <summary>The numbered kinds of problems of configuration and content files share one row.</summary>
    private static bool IsInARange(string code) => code[..3] is "CFG" or "CNT" && string.CompareOrdinal(code[3..], "012") <= 0;

    [GeneratedRegex(@"""([A-Z]{3}\d{3})""")]
    private static partial Regex Code();
}
