using SkOrchestrator.Data.Configuration;
using SkOrchestrator.Data.Configuration.Yaml;

namespace SkOrchestrator.Data.Tests.Configuration;

public class YamlTreeTests
{
    private readonly ProblemList _problems = new("CFG");

    private YamlMap? Read(string yaml) => YamlTree.ReadMap(yaml, "file.yaml", _problems);

    [Theory]
    [InlineData("a: [1, 2", "CFG002")]
    [InlineData("a: 1\n b: 2", "CFG002")]
    [InlineData("a: \"open", "CFG002")]
    [InlineData("", "CFG003")]
    [InlineData("# nothing but a comment", "CFG003")]
    [InlineData("- a\n- b", "CFG003")]
    [InlineData("just text", "CFG003")]
    [InlineData("a: 1\n---\nb: 2", "CFG003")]
    [InlineData("a: &x [1]\nb: *x", "CFG003")]
    [InlineData("a: !!binary AAAA", "CFG003")]
    [InlineData("? [a, b]\n: 1", "CFG003")]
    [InlineData("a: 1\nb: 2\na: 3", "CFG004")]
    [InlineData("a: { b: 1, b: 2 }", "CFG004")]
    public void Yaml_that_could_surprise_is_refused(string yaml, string code)
    {
        Read(yaml);

        Assert.Equal(code, Assert.Single(_problems.Items).Code);
    }

    [Fact]
    public void Syntax_error_has_line_and_column()
    {
        Read("a: 1\nb: [1, 2\nc: 3\n");

        var problem = Assert.Single(_problems.Items);
        Assert.Equal(("file.yaml", true), (problem.File, problem.Line is 2 or 3));
        Assert.True(problem.Column > 0);
    }

    [Theory]
    [InlineData("a: 1\nb:\n  c: 2\n\td: 3\n", 4, 1)]
    [InlineData("a:\n  b:\n  \tc: 2\n    d: [\n", 3, 3)]
    public void Tab_in_the_indentation_is_named_where_it_stands(string yaml, int line, int column)
    {
        Read(yaml);

        var problem = Assert.Single(_problems.Items);
        Assert.Equal((line, column, "a tab"), (problem.Line, problem.Column, problem.Found));
        Assert.NotNull(problem.Fix);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_problem_says_what_to_do(int kind)
    {
        _problems.Add((ProblemKind)kind, new YamlPlace("file.yaml"), "something is wrong", "this", "that");
        _problems.Add((ProblemKind)kind, "something is wrong");

        Assert.All(_problems.Items, problem => Assert.False(string.IsNullOrWhiteSpace(problem.Fix)));
    }

    public static TheoryData<int> Kinds => [.. Enum.GetValues<ProblemKind>().Select(kind => (int)kind)];

    [Fact]
    public void Alias_bomb_stays_small()
    {
        var bomb = "a0: &a0 [x, x, x]\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]\n"));

        Read(bomb);

        Assert.Equal(90, _problems.Items.Count);
    }

    [Fact]
    public void Deep_nesting_is_refused_and_does_not_break_the_process()
    {
        Read("a: " + new string('[', 50_000));

        Assert.Equal("CFG002", Assert.Single(_problems.Items).Code);
    }

    [Fact]
    public void Broken_text_never_throws()
    {
        const string Text = "a: { b: [1, 'two', \"three\"], c: &d x }\ne:\n  - f: |\n      g\n  - ? h\n    : *d\n...\n---\n%TAG ! x\n";
        var random = new Random(20260901);
        for (var round = 0; round < 3000; round++)
        {
            var mutated = Text.ToCharArray().ToList();
            for (var change = 0; change < 4; change++)
            {
                var at = random.Next(mutated.Count);
                mutated[at] = Text[random.Next(Text.Length)];
                mutated.RemoveAt(random.Next(mutated.Count));
            }

            var problems = new ProblemList("CFG");
            var map = YamlTree.ReadMap(string.Concat(mutated), "file.yaml", problems);

            Assert.True(map is not null || problems.Items.Count > 0, string.Concat(mutated));
        }
    }

    [Fact]
    public void Every_value_knows_its_place()
    {
        var map = Read("a: 1\nb:\n  - x\n  - { c: y }\n")!;

        var inner = (YamlMap)((YamlList)map.Find("b")!.Value).Items[1];
        Assert.Equal(new YamlPlace("file.yaml", 4, 10), inner.Find("c")!.Value.Place);
    }

    [Theory]
    [InlineData("aplha", "alpha")]
    [InlineData("Alpha", "alpha")]
    [InlineData("holdout-share", "holdout_share")]
    [InlineData("holdoutshares", "holdout_share")]
    [InlineData("zebra", null)]
    public void Nearest_name_is_found(string found, string? meant) =>
        Assert.Equal(meant, Spelling.Nearest(found, ["alpha", "holdout_share", "id"]));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("flaw", "lawn", 2)]
    public void Distance_counts_edits(string a, string b, int expected)
    {
        Assert.Equal(expected, Spelling.Distance(a, b));
        Assert.Equal(expected, Spelling.Distance(b, a));
    }
}
