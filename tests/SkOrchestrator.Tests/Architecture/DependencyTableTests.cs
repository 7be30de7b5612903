using System.Text.RegularExpressions;

namespace SkOrchestrator.Tests.Architecture;

public sealed class DependencyTableTests
{
    /// <summary>What each project may reference: the table of ARCHITECTURE.md. Anything not listed is refused.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["SkOrchestrator.Core"] = ["MathNet.Numerics"],
        ["SkOrchestrator.Data"] = ["SkOrchestrator.Core", "DuckDB.NET.*", "Microsoft.ML", "YamlDotNet", "Markdig", Abstractions],
        ["SkOrchestrator.Agents"] =
            ["SkOrchestrator.Core", "Microsoft.SemanticKernel*", "Microsoft.Agents.AI*", "Microsoft.Extensions.AI", "YamlDotNet", "Handlebars.Net", Abstractions],
        ["SkOrchestrator.Azure"] =
            ["SkOrchestrator.Core", "Azure.*", "OpenAI", "Microsoft.Extensions.AI*", "Microsoft.Extensions.Http.Resilience", "System.Threading.RateLimiting", Abstractions],
        ["SkOrchestrator.Embedded"] = ["SkOrchestrator.Core", "Microsoft.Data.Sqlite", "Microsoft.Extensions.AI", Abstractions],
        ["SkOrchestrator.Reporting"] = ["SkOrchestrator.Core", "ScottPlot", "SkiaSharp*", "HarfBuzzSharp*", "MimeKit", Abstractions],
        ["SkOrchestrator"] = ["*"],
    };

    private const string Abstractions = "Microsoft.Extensions.*.Abstractions";

    public static TheoryData<string> SourceProjects => [.. Repository.Projects("src").Select(Repository.Relative)];

    [Theory]
    [MemberData(nameof(SourceProjects))]
    [Requirement("NFR-10")]
    public void A_project_references_only_what_the_dependency_table_allows(string project)
    {
        var path = Repository.PathOf(project);
        var name = Path.GetFileNameWithoutExtension(path);
        var patterns = Allowed[name].Select(p => new Regex("^" + Regex.Escape(p).Replace("\\*", ".*", StringComparison.Ordinal) + "$")).ToList();

        var refused = Repository.Packages(path).Concat(Repository.References(path)).Where(r => !patterns.Any(p => p.IsMatch(r)));

        Assert.Empty(refused);
    }

    [Theory]
    [InlineData("SkOrchestrator.Core", "Microsoft.Extensions", "Microsoft.SemanticKernel", "DuckDB", "SkiaSharp", "Azure")]
    [InlineData("SkOrchestrator.Data", "Microsoft.SemanticKernel", "Azure", "SkOrchestrator.Reporting")]
    [InlineData("SkOrchestrator.Agents", "Azure", "DuckDB")]
    [InlineData("SkOrchestrator.Embedded", "Microsoft.SemanticKernel", "Azure")]
    [InlineData("SkOrchestrator.Reporting", "Microsoft.SemanticKernel", "Azure", "DuckDB")]
    public void A_namespace_that_a_project_must_not_see_is_not_used_through_a_back_door(string project, params string[] forbidden)
    {
        var offenders =
            from file in Repository.CSharpFiles($"src/{project}")
            from line in File.ReadLines(file)
            from name in forbidden
            where Regex.IsMatch(line, $@"^\s*(global )?using (static )?{Regex.Escape(name)}\b")
            select $"{Repository.Relative(file)}: {line.Trim()}";

        Assert.Empty(offenders);
    }

    [Fact]
    public void Only_the_host_talks_to_the_console()
    {
        var offenders =
            from project in Allowed.Keys.Where(p => p != "SkOrchestrator" && Directory.Exists(Repository.PathOf("src", p)))
            from file in Repository.CSharpFiles($"src/{project}")
            where Regex.IsMatch(File.ReadAllText(file), @"\bConsole\.\w")
            select Repository.Relative(file);

        Assert.Empty(offenders);
    }

    [Fact]
    public void Package_versions_are_exact_and_stand_in_one_place()
    {
        var floating = File.ReadLines(Repository.PathOf("Directory.Packages.props")).Where(l => l.Contains("Version=\"") && l.Contains('*', StringComparison.Ordinal));
        var local = Repository.Projects("src").Concat(Repository.Projects("tests")).Where(p => File.ReadAllText(p).Contains("PackageReference Include") && Regex.IsMatch(File.ReadAllText(p), "PackageReference [^>]*Version="));

        Assert.Empty(floating);
        Assert.Empty(local);
    }

    [Fact]
    public void Every_agent_has_a_folder_of_its_own()
    {
        foreach (var agent in new[] { "Segmentation", "Retrieval", "Writing", "Safety", "Experiment" })
        {
            Assert.NotEmpty(Repository.CSharpFiles($"src/SkOrchestrator.Agents/{agent}"));
        }
    }
}
