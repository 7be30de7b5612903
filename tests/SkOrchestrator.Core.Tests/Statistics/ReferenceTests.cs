using System.Text.Json;

namespace SkOrchestrator.Statistics;

/// <summary>Every implemented output of every case, at the tolerance the case states.</summary>
public sealed class ReferenceTests
{
    public static TheoryData<string> Cases => [.. ReferenceCase.All.Where(c => ReferenceFamilies.Implemented.ContainsKey(c.Family)).Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    [Requirement("5.6")]
    [Requirement("5.7")]
    public void Outputs_agree_with_the_reference(string id)
    {
        ReferenceCase test = ReferenceCase.All.Single(c => c.Id == id);
        ReferenceFamily family = ReferenceFamilies.Implemented[test.Family];
        foreach (JsonProperty output in test.Expected.EnumerateObject().Where(o => !family.NotYet.Contains(o.Name)))
        {
            Assert.True(family.Outputs.ContainsKey(output.Name), $"{test.Family}.{output.Name} is neither computed nor listed as missing");
            object? actual = family.Outputs[output.Name](test);
            ReferenceAssert.Matches(output.Value, actual, test.RelativeTolerance(output.Name), test.AbsoluteTolerance, $"{id} {output.Name}");
        }
    }

    [Fact]
    public void Every_family_is_implemented_or_named_as_missing()
    {
        string[] known = [.. ReferenceFamilies.Implemented.Keys.Concat(ReferenceFamilies.NotYet.Keys).Order(StringComparer.Ordinal)];
        Assert.Equal(ReferenceCase.All.Select(c => c.Family).Distinct().Order(StringComparer.Ordinal), known);
    }

    [Fact]
    public void Every_computed_output_occurs_in_a_case()
    {
        foreach ((string name, ReferenceFamily family) in ReferenceFamilies.Implemented)
        {
            string[] occurring = [.. ReferenceCase.All.Where(c => c.Family == name).SelectMany(c => c.Expected.EnumerateObject()).Select(o => o.Name).Distinct()];
            Assert.Empty(family.Outputs.Keys.Concat(family.NotYet).Except(occurring));
        }
    }
}
