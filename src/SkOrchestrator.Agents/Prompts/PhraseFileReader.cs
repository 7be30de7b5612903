using YamlDotNet.RepresentationModel;

namespace SkOrchestrator.Agents.Prompts;

/// <summary>Flattens the nested phrases of one file into dotted keys that start with the agent.</summary>
internal static class PhraseFileReader
{
    /// <summary>The files of an agent's folder that hold phrases and not a prompt.</summary>
    public static IReadOnlyList<string> FileNames { get; } = ["phrases.yaml", "phrase_book.yaml"];

    public static void Read(string agent, byte[] bytes, IDictionary<string, IReadOnlyList<string>> phrases, PromptProblems problems)
    {
        if (YamlFile.Read(bytes, problems) is { } root)
        {
            Read(agent, root, phrases, problems);
        }
    }

    private static void Read(string path, YamlNode node, IDictionary<string, IReadOnlyList<string>> phrases, PromptProblems problems)
    {
        switch (node)
        {
            case YamlMappingNode map:
                foreach (var (key, value) in map.Children)
                {
                    Read($"{path}.{key}", value, phrases, problems);
                }

                break;
            case YamlScalarNode { Value.Length: > 0 } one:
                Add(path, node, [one.Value], phrases, problems);
                break;
            case YamlSequenceNode { Children.Count: > 0 } list when list.All(n => n is YamlScalarNode { Value.Length: > 0 }):
                Add(path, node, [.. list.Select(n => ((YamlScalarNode)n).Value!)], phrases, problems);
                break;
            default:
                problems.Add("PRM017", $"'{path}' holds no phrase", node, expected: "a text or a list of texts", fix: "write at least one phrase or remove the key");
                break;
        }
    }

    private static void Add(string path, YamlNode node, IReadOnlyList<string> alternatives, IDictionary<string, IReadOnlyList<string>> phrases, PromptProblems problems)
    {
        if (!phrases.TryAdd(path, alternatives))
        {
            problems.Add("PRM016", $"the phrases '{path}' are given twice", node, path, fix: "keep one of the two");
        }
    }
}
