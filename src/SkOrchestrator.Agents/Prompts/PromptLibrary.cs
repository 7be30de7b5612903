using System.Security.Cryptography;
using SkOrchestrator.Diagnostics;
using SkOrchestrator.Runs;
using SkOrchestrator.Tasks;

namespace SkOrchestrator.Agents.Prompts;

/// <summary>The prompts folder, read and checked: one folder per agent, one YAML file per prompt function, phrase books beside them.</summary>
public sealed class PromptLibrary
{
    private readonly Dictionary<string, PromptFile> _prompts;

    private PromptLibrary(IEnumerable<PromptFile> prompts, PhraseBook phrases, IReadOnlyList<RunFile> files)
    {
        _prompts = prompts.ToDictionary(p => p.Name, StringComparer.Ordinal);
        Phrases = phrases;
        Files = files;
    }

    /// <summary>All prompts, by name.</summary>
    public IReadOnlyList<PromptFile> Prompts => [.. _prompts.Values.OrderBy(p => p.Name, StringComparer.Ordinal)];

    /// <summary>The phrases of all agents.</summary>
    public PhraseBook Phrases { get; }

    /// <summary>Every file that was read, with its hash; names relative to the folder, such as <c>writer/write_urgent.yaml</c>.</summary>
    public IReadOnlyList<RunFile> Files { get; }

    /// <summary>The tones that the writer has a prompt for.</summary>
    public IReadOnlyList<string> Tones =>
        [.. Prompts.Where(p => p.Agent == AgentName.Writer).Select(p => p.Function[PromptContract.WritePrefix.Length..])];

    /// <summary>Reads and checks a prompts folder.</summary>
    /// <exception cref="InvalidInputException">Something is missing or wrong; carries every problem of every file.</exception>
    public static PromptLibrary Load(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidInputException(new Diagnostic("PRM001", "the prompts folder does not exist", folder, Fix: "name it with --prompts DIR"));
        }

        var problems = new List<Diagnostic>();
        var prompts = new List<PromptFile>();
        var phrases = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var files = new List<RunFile>();
        var present = new HashSet<(string Agent, string Function)>();
        foreach (var agent in AgentName.All)
        {
            foreach (var path in YamlFiles(Path.Combine(folder, agent)))
            {
                var name = Path.GetFileName(path);
                var function = Path.GetFileNameWithoutExtension(path);
                var bytes = File.ReadAllBytes(path);
                var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
                var found = new PromptProblems(path, problems);
                files.Add(new RunFile($"{agent}/{name}", sha256));
                if (PhraseFileReader.FileNames.Contains(name))
                {
                    PhraseFileReader.Read(agent, bytes, phrases, found);
                }
                else if (PromptContract.FindVariables(agent, function) is null || !name.EndsWith(".yaml", StringComparison.Ordinal))
                {
                    string[] known = [.. PromptContract.FunctionsOf(agent).Select(f => $"{f}.yaml"), .. PhraseFileReader.FileNames];
                    found.AddAt("PRM015", $"the {agent} agent has no use for this file", null, null, name, string.Join(", ", known),
                        ClosestName.Advice(name, known, "rename or remove it"));
                }
                else
                {
                    present.Add((agent, function));
                    if (PromptFileReader.Read(agent, function, bytes, sha256, found) is { } prompt)
                    {
                        prompts.Add(prompt);
                    }
                }
            }
        }

        AddMissing(folder, present, problems);
        return problems.Count > 0 ? throw new InvalidInputException(problems) : new PromptLibrary(prompts, new PhraseBook(phrases), files);
    }

    /// <summary>Checks that the writer has a prompt for each tone.</summary>
    /// <exception cref="InvalidInputException">A tone has none.</exception>
    public void RequireTones(IEnumerable<string> tones)
    {
        var missing = tones.Distinct(StringComparer.Ordinal).Where(t => !Tones.Contains(t)).ToList();
        if (missing.Count > 0)
        {
            throw new InvalidInputException(
            [
                .. missing.Select(t => new Diagnostic("PRM019", $"there is no prompt for the tone '{t}'", $"writer/{PromptContract.WritePrefix}{t}.yaml", Found: t,
                    Expected: string.Join(", ", Tones), Fix: ClosestName.Advice(t, Tones, $"add the file writer/{PromptContract.WritePrefix}{t}.yaml"))),
            ]);
        }
    }

    internal PromptFile Get(string agent, string function) => _prompts[$"{agent}/{function}"];

    internal IReadOnlyList<PromptFile> Of(string agent) => [.. Prompts.Where(p => p.Agent == agent)];

    private static IEnumerable<string> YamlFiles(string folder) => !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(folder)
        .Where(f => Path.GetExtension(f) is ".yaml" or ".yml")
        .Order(StringComparer.Ordinal);

    private static void AddMissing(string folder, HashSet<(string Agent, string Function)> present, List<Diagnostic> problems)
    {
        foreach (var (agent, function) in PromptContract.Required.Where(r => !present.Contains(r)))
        {
            problems.Add(new Diagnostic("PRM002", $"the prompt of the {agent} agent is missing", Path.Combine(folder, agent, $"{function}.yaml"), Fix: "add the file"));
        }

        if (!present.Any(p => p.Agent == AgentName.Writer))
        {
            problems.Add(new Diagnostic("PRM002", "the writer has no prompt", Path.Combine(folder, AgentName.Writer), Expected: "one file write_TONE.yaml per tone", Fix: "add the files"));
        }
    }
}
