using Microsoft.CodeAnalysis.CSharp.Syntax;
using SkOrchestrator.Tests.Architecture;

namespace SkOrchestrator.Tests.Requirements;

public sealed class RequirementTableTests
{
    private static readonly Lazy<ILookup<string, string>> Carriers = new(FindCarriers);

    public static TheoryData<string> Ids => [.. RequirementTable.Rows.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_requirement_has_a_test_that_names_it_or_a_stated_reason(string id)
    {
        var row = RequirementTable.Rows.Single(r => r.Id == id);

        Assert.True(
            Carriers.Value[id].Any() || row.NoTestBecause is not null,
            $"{id} ({row.Criterion}) is carried by no test, and no reason is stated");
    }

    [Fact]
    public void A_test_names_only_requirements_that_exist()
    {
        var known = RequirementTable.Rows.Select(r => r.Id).ToHashSet();

        Assert.Empty(Carriers.Value.Where(c => !known.Contains(c.Key)).SelectMany(c => c.Select(test => $"{test}: {c.Key}")));
    }

    [Fact]
    public void The_table_has_each_criterion_once()
    {
        Assert.Equal(RequirementTable.Rows.Count, RequirementTable.Rows.DistinctBy(r => r.Id).Count());
        Assert.Equal(51, RequirementTable.Rows.Count(r => char.IsDigit(r.Id[0])));
        Assert.Equal(12, RequirementTable.Rows.Count(r => r.Id.StartsWith("NFR-", StringComparison.Ordinal)));
    }

    /// <summary>Reads the test sources: a method counts when it has both a requirement and a fact, theory or property that is not skipped.</summary>
    private static ILookup<string, string> FindCarriers() =>
    (
        from file in Repository.CSharpFiles("tests")
        from method in Repository.Parse(file).DescendantNodes().OfType<MethodDeclarationSyntax>()
        let attributes = method.AttributeLists.SelectMany(l => l.Attributes).ToList()
        where attributes.Any(a => a.Name.ToString() is "Fact" or "Theory" or "Property" && !(a.ArgumentList?.ToString().Contains("Skip =", StringComparison.Ordinal) ?? false))
        from attribute in attributes
        where attribute.Name.ToString() == "Requirement"
        let id = attribute.ArgumentList!.Arguments[0].ToString().Trim('"')
        select (id, test: $"{Repository.Relative(file)}: {method.Identifier.Text}")
    ).ToLookup(c => c.id, c => c.test);
}
