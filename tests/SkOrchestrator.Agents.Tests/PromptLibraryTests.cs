using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.SemanticKernel;
using SkOrchestrator.Agents.Prompts;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Agents.Tests;

public sealed class PromptLibraryTests
{
    private const string Prompt = """
        name: describe_segment
        template: |
          <message role="system">Describe.</message>
          <message role="user">{{$label}}</message>
        input_variables:
          - name: label
            sample: Hikers
        """;

    public static TheoryData<string> Shipped => [.. PromptLibrary.Load(PromptFolder.Shipped).Prompts.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Shipped))]
    [Requirement("8.1")]
    public async Task EveryShippedPrompt_RendersWithItsSamples(string name)
    {
        var prompt = PromptLibrary.Load(PromptFolder.Shipped).Prompts.Single(p => p.Name == name);
        Assert.All(prompt.Variables, v => Assert.NotNull(v.Sample));
        Assert.All(prompt.Variables, v => Assert.False(string.IsNullOrEmpty(v.Description), $"{v.Name} has no description"));
        Assert.NotEqual(string.Empty, prompt.Description);
        var arguments = new KernelArguments(prompt.Variables.ToDictionary(v => v.Name, v => (object?)v.Sample));

        var rendered = await prompt.Template.RenderAsync(new Kernel(), arguments, TestContext.Current.CancellationToken);

        Assert.Null(PromptMessages.FindProblem(PromptMessages.ReadRoles(rendered)));
        Assert.DoesNotContain("{{", rendered, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("8.1")]
    [Requirement("NFR-10")]
    public void Files_ListEveryFileWithItsHash()
    {
        var library = PromptLibrary.Load(PromptFolder.Shipped);

        Assert.Equal(Directory.EnumerateFiles(PromptFolder.Shipped, "*.yaml", SearchOption.AllDirectories).Count(), library.Files.Count);
        var urgent = library.Files.Single(f => f.Name == "writer/write_urgent.yaml");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(PromptFolder.Shipped, "writer", "write_urgent.yaml")))), urgent.Sha256);
        Assert.Equal(["friendly", "informational", "neutral", "urgent"], library.Tones);
    }

    [Fact]
    public void Phrases_AreFlattenedUnderTheAgentsName()
    {
        using var folder = new PromptFolder();
        folder.Write("retrieval/phrases.yaml", "control: one text\ndeep:\n  er: [a, b]\n");

        var phrases = PromptLibrary.Load(folder.Path).Phrases;

        Assert.Equal(["one text"], phrases.Find("retrieval.control"));
        Assert.Equal(["a", "b"], phrases.Find("retrieval.deep.er"));
        Assert.Contains(phrases.Phrases.Keys, k => k.StartsWith("writer.", StringComparison.Ordinal) && !k.Contains("phrase_book", StringComparison.Ordinal));
    }

    [Fact]
    public void ExecutionSettings_AreTyped()
    {
        using var folder = new PromptFolder();
        folder.Write("segmentation/describe_segment.yaml", Prompt + """

            execution_settings:
              default:
                temperature: 0.25
                max_tokens: 300
                seed: 7
                strict: true
                stop_sequences: [END]
                response_format: { type: object, properties: { text: { type: string } }, required: [text] }
            """);

        var settings = PromptLibrary.Load(folder.Path).Get("segmentation", "describe_segment").Config.DefaultExecutionSettings!.ExtensionData!;

        Assert.Equal(0.25, settings["temperature"]);
        Assert.Equal(300, settings["max_tokens"]);
        Assert.Equal(7L, settings["seed"]);
        Assert.Equal(true, settings["strict"]);
        Assert.Equal(new List<string> { "END" }, settings["stop_sequences"]);
        Assert.Equal("text", Assert.IsType<JsonElement>(settings["response_format"]).GetProperty("required")[0].GetString());
    }

    public static TheoryData<string, string, string, int> Mistakes => new()
    {
        { "name: describe_segment", "name: describe_segments", "PRM006", 1 },
        { "name: describe_segment", "# no name", "PRM005", 1 },
        { "input_variables:", "input_varaibles:", "PRM004", 5 },
        { "    sample: Hikers", "    smaple: Hikers", "PRM004", 7 },
        { "template: |", "template_format: liquid\ntemplate: |", "PRM008", 2 },
        { "{{$label}}", "{{$labl}}", "PRM010", 4 },
        { "{{$label}}", "no variable", "PRM011", 6 },
        { "label", "colour", "PRM012", 6 },
        { "{{$label}}", "{{$label}} {{plugin.function $label}}", "PRM009", 4 },
        { "<message role=\"system\">Describe.</message>", "Describe.", "PRM013", 2 },
        { "role=\"system\"", "role=\"wizard\"", "PRM013", 2 },
        { "role=\"user\"", "role=\"system\"", "PRM013", 2 },
        { "role=\"system\"", "role=\"{{$label}}\"", "PRM013", 2 },
        { "Describe.</message>", "Describe & explain.</message>", "PRM013", 3 },
        { "<message role=\"user\">{{$label}}</message>", "<message role=\"user\">{{$label}}", "PRM013", 4 },
        { "template: |", "allow_dangerously_set_content: true\ntemplate: |", "PRM018", 2 },
        { "    sample: Hikers", "    sample: Hikers\n    allow_dangerously_set_content: true", "PRM018", 8 },
        { "    sample: Hikers", "    sample: Hikers\nexecution_settings:\n  default: { temperature: hot }", "PRM007", 9 },
        { "    sample: Hikers", "    sample: Hikers\nexecution_settings:\n  default: { temprature: 1 }", "PRM004", 9 },
        { "    sample: Hikers", "    sample: Hikers\nexecution_settings:\n  default: { model_id: gpt }", "PRM018", 9 },
        { "    sample: Hikers", "    sample: Hikers\n  - name: label", "PRM016", 8 },
        { "    sample: Hikers", "    sample: [a\n", "PRM003", 7 },
        { "{{$label}}", "{{{label}}}", "PRM009", 4 },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    [Requirement("8.5")]
    public void Mistake_IsSaidWithCodeFileAndLine(string old, string replacement, string code, int line)
    {
        using var folder = new PromptFolder();
        Assert.Contains(old, Prompt, StringComparison.Ordinal);
        folder.Write("segmentation/describe_segment.yaml", Prompt.Replace(old, replacement, StringComparison.Ordinal));

        var error = Assert.Throws<InvalidInputException>(() => PromptLibrary.Load(folder.Path));

        var problem = error.Diagnostics.FirstOrDefault(d => d.Code == code);
        Assert.True(problem is not null, string.Join('\n', error.Diagnostics));
        Assert.EndsWith("describe_segment.yaml", problem.File, StringComparison.Ordinal);
        Assert.InRange(problem.Line ?? 0, line - 1, line + 1);
    }

    [Theory]
    [InlineData("{{{label}}}")]
    [InlineData("{{&label}}")]
    [InlineData("{{& label}}")]
    [InlineData("{{~{label}~}}")]
    public void Handlebars_RawExpressions_AreRefused(string expression)
    {
        using var folder = new PromptFolder();
        folder.Write("segmentation/describe_segment.yaml", Prompt
            .Replace("template: |", "template_format: handlebars\ntemplate: |", StringComparison.Ordinal)
            .Replace("{{$label}}", "{{label}} " + expression, StringComparison.Ordinal));

        var error = Assert.Throws<InvalidInputException>(() => PromptLibrary.Load(folder.Path));

        var problem = Assert.Single(error.Diagnostics);
        Assert.Equal(("PRM014", 5L), (problem.Code, problem.Line));
    }

    [Theory]
    [InlineData("{{#each label}}x{{/each}}")]
    [InlineData("{{> partial}}")]
    [InlineData("{{lookup label 0}}")]
    [InlineData("{{label.length}}")]
    public void Handlebars_OtherExpressions_AreRefused(string expression)
    {
        using var folder = new PromptFolder();
        folder.Write("segmentation/describe_segment.yaml", Prompt
            .Replace("template: |", "template_format: handlebars\ntemplate: |", StringComparison.Ordinal)
            .Replace("{{$label}}", "{{label}} " + expression, StringComparison.Ordinal));

        var error = Assert.Throws<InvalidInputException>(() => PromptLibrary.Load(folder.Path));

        Assert.Contains(error.Diagnostics, d => d.Code == "PRM009");
    }

    [Fact]
    public void Suggestion_NamesTheKeyThatWasMeant()
    {
        using var folder = new PromptFolder();
        folder.Write("segmentation/describe_segment.yaml", Prompt.Replace("template: |", "tmeplate: |", StringComparison.Ordinal));

        var error = Assert.Throws<InvalidInputException>(() => PromptLibrary.Load(folder.Path));

        Assert.Contains(error.Diagnostics, d => d is { Code: "PRM004", Fix: "did you mean 'template'?", Line: 2, Column: 1 });
    }

    [Fact]
    [Requirement("8.5")]
    public void AllProblemsOfAllFiles_AreSaidAtOnce()
    {
        using var folder = new PromptFolder();
        folder.Write("segmentation/describe_segment.yaml", "name: x\nwrong: y\n");
        folder.Write("writer/phrase_book.yaml", "openings: {}\nempty:\n");
        folder.Write("safety/second_opnion.yaml", "name: second_opnion\n");
        File.Delete(folder.Of("experiment/narrate_result.yaml"));

        var error = Assert.Throws<InvalidInputException>(() => PromptLibrary.Load(folder.Path));

        Assert.Equal(["PRM002", "PRM004", "PRM005", "PRM006", "PRM015", "PRM017"], error.Diagnostics.Select(d => d.Code).Distinct().Order());
    }

    [Theory]
    [InlineData("- a list", "PRM003", 1)]
    [InlineData("name: describe_segment\ntemplate: |\n  x\ninput_variables:\n\t- name: label\n", "PRM003", 5)]
    [InlineData("name: describe_segment\n", "PRM005", 1)]
    [InlineData("name: describe_segment\ntemplate: |\n  <message role=\"user\">{{add 1 2}}</message>\n", "PRM009", 3)]
    [InlineData("name: describe_segment\ntemplate: Describe.\n", "PRM013", 2)]
    [InlineData("name: describe_segment\ntemplate: [a]\n", "PRM007", 2)]
    public void EveryProblem_SaysWhereAndWhatToDo(string text, string code, int line)
    {
        using var folder = new PromptFolder();
        folder.Write("segmentation/describe_segment.yaml", text);

        var problems = Assert.Throws<InvalidInputException>(() => PromptLibrary.Load(folder.Path)).Diagnostics;

        Assert.Contains(problems, p => p.Code == code && p.Line == line);
        Assert.All(problems, p => Assert.False(string.IsNullOrWhiteSpace(p.Fix), p.Code));
    }

    [Fact]
    public void MissingFolder_IsAClearError()
    {
        var error = Assert.Throws<InvalidInputException>(() => PromptLibrary.Load("no/such/folder"));

        Assert.Equal("PRM001", Assert.Single(error.Diagnostics).Code);
    }

    [Fact]
    public void Folder_WithoutTheWritersPrompts_IsAClearError()
    {
        using var folder = new PromptFolder();
        Directory.Delete(folder.Of("writer"), recursive: true);

        var error = Assert.Throws<InvalidInputException>(() => PromptLibrary.Load(folder.Path));

        Assert.Equal("PRM002", Assert.Single(error.Diagnostics).Code);
    }
}
