using System.Text.Json;

namespace SkOrchestrator.Statistics;

/// <summary>Every implemented output of every case, at the tolerance the case states.</summary>
public sealed class ReferenceTests(ITestOutputHelper output)
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
        foreach (JsonProperty expected in test.Expected.EnumerateObject().Where(o => !family.NotYet.Contains(o.Name)))
        {
            Assert.True(family.Outputs.ContainsKey(expected.Name), $"{test.Family}.{expected.Name} is neither computed nor listed as missing");
            object? actual = family.Outputs[expected.Name](test);
            ReferenceAssert.Matches(expected.Value, actual, test.RelativeTolerance(expected.Name), test.AbsoluteTolerance, $"{id} {expected.Name}");
        }
    }

    [Fact]
    [Requirement("5.7")]
    public void Every_case_holds_at_the_strict_tolerance()
    {
        ReferenceCase[] cases = [.. ReferenceCase.All.Where(c => ReferenceFamilies.Implemented.ContainsKey(c.Family))];
        int outputs = 0;
        int strict = 0;
        foreach (ReferenceCase test in cases)
        {
            ReferenceFamily family = ReferenceFamilies.Implemented[test.Family];
            JsonProperty[] checkedOutputs = [.. test.Expected.EnumerateObject().Where(o => !family.NotYet.Contains(o.Name))];
            outputs += checkedOutputs.Length;
            strict += checkedOutputs.Count(o => ReferenceAssert.Holds(o.Value, family.Outputs[o.Name](test), test.RelativeTolerance(o.Name), test.AbsoluteTolerance, o.Name));
        }

        output.WriteLine(FormattableString.Invariant(
            $"{ReferenceCase.All.Count} cases, {cases.Length} computed here with {outputs} outputs, {strict} of them at the strict tolerance"));
        foreach ((string family, string owner) in ReferenceFamilies.NotYet)
        {
            output.WriteLine($"elsewhere: {family} ({owner})");
        }

        Assert.Equal(161, ReferenceCase.All.Count);
        Assert.Equal(outputs, strict);
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
