using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SkOrchestrator.Tests.Architecture;

public sealed class ForbiddenCodeTests
{
    private static readonly string[] ForbiddenCalls =
    [
        "DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "Guid.NewGuid", "Random.Shared",
        "Stopwatch.StartNew", "Environment.TickCount", "Environment.TickCount64",
    ];

    private static readonly string[] PromptWords = ["<message", "{{$", "You are a", "You are the", "Respond with", "Reply with", "as a JSON object with"];

    [Fact]
    public void Clock_and_chance_are_injected()
    {
        var offenders =
            from file in Repository.CSharpFiles("src")
            from node in Repository.Parse(file).DescendantNodes()
            where (node is MemberAccessExpressionSyntax access && ForbiddenCalls.Contains(access.ToString()))
                || (node is ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.Text: "Random" }, ArgumentList.Arguments.Count: 0 })
            select Place(file, node);

        Assert.Empty(offenders);
    }

    [Fact]
    [Requirement("NFR-11")]
    public void Prompts_stand_in_the_prompts_folder_and_not_in_code()
    {
        var offenders =
            from file in Repository.CSharpFiles("src")
            from token in Repository.Parse(file).DescendantTokens()
            where token.RawKind is (int)SyntaxKind.StringLiteralToken or (int)SyntaxKind.InterpolatedStringTextToken
                or (int)SyntaxKind.MultiLineRawStringLiteralToken or (int)SyntaxKind.SingleLineRawStringLiteralToken
            where !Repository.Relative(file).StartsWith("src/SkOrchestrator.Agents/Prompts/", StringComparison.Ordinal) // checks the syntax of templates
            where PromptWords.Any(w => token.ValueText.Contains(w, StringComparison.Ordinal)) && token.ValueText.Length > 12
            select Place(file, token.Parent!);

        Assert.Empty(offenders);
    }

    [Fact]
    public void No_file_is_longer_than_400_lines()
    {
        var offenders = Repository.CSharpFiles("src").Concat(Repository.CSharpFiles("tests"))
            .Select(f => (File: Repository.Relative(f), Lines: File.ReadLines(f).Count()))
            .Where(f => f.Lines > 400);

        Assert.Empty(offenders);
    }

    [Fact]
    public void A_file_holds_one_type()
    {
        var offenders =
            from file in Repository.CSharpFiles("src")
            let types = Repository.Parse(file).DescendantNodes(n => n is not TypeDeclarationSyntax).Count(n => n is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            where types > 1
            select $"{Repository.Relative(file)}: {types} types";

        Assert.Empty(offenders);
    }

    [Fact]
    [Requirement("NFR-12")]
    public void Public_types_and_members_carry_XML_documentation_because_the_build_says_so()
    {
        var props = File.ReadAllText(Repository.PathOf("Directory.Build.props"));
        var silenced = Repository.Projects("src").Where(p => File.ReadAllText(p).Contains("CS1591", StringComparison.Ordinal));

        Assert.Contains("<GenerateDocumentationFile>true</GenerateDocumentationFile>", props);
        Assert.Contains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", props);
        Assert.DoesNotContain("CS1591", props);
        Assert.Empty(silenced);
    }

    [Fact]
    [Requirement("NFR-8")]
    public void No_file_of_the_repository_holds_a_key()
    {
        var pattern = new System.Text.RegularExpressions.Regex(@"(?i)(api[_-]?key|secret|password|token)\s*[:=]\s*[""']?[A-Za-z0-9+/=_-]{24,}");
        var offenders =
            from folder in new[] { "src", "config", "prompts", "samples" }
            from file in Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories)
            where Path.GetExtension(file) is ".cs" or ".yaml" or ".yml" or ".json" or ".md" or ".csproj"
            where !Repository.Relative(file).Split('/').Any(part => part is "bin" or "obj")
            where pattern.IsMatch(File.ReadAllText(file))
            select Repository.Relative(file);

        Assert.Empty(offenders);
    }

    private static string Place(string file, SyntaxNode node) =>
        $"{Repository.Relative(file)}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: {node.ToString().Split('\n')[0]}";
}
