using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SkOrchestrator.Agents.Prompts;

/// <summary>Reads the one YAML mapping that a file of the prompts folder holds.</summary>
internal static class YamlFile
{
    /// <summary>The mapping; null after adding a problem.</summary>
    public static YamlMappingNode? Read(byte[] bytes, PromptProblems problems)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes));
            stream.Load(reader);
        }
        catch (YamlException broken)
        {
            problems.Add("PRM003", $"the file is not valid YAML: {broken.Message}", broken.Start, fix: "mend the line; a tab or a missing quote is the usual cause");
            return null;
        }

        if (stream.Documents is [{ RootNode: YamlMappingNode root }])
        {
            return root;
        }

        problems.AddAt("PRM003", "the file does not hold one YAML mapping", 1, 1, expected: "key: value lines");
        return null;
    }

    /// <summary>The text of a plain value; null after adding a problem.</summary>
    public static string? Text(YamlNode node, string what, PromptProblems problems)
    {
        if (node is YamlScalarNode { Value: { } text })
        {
            return text;
        }

        problems.Add("PRM007", $"'{what}' must be text", node, found: node.NodeType.ToString().ToLowerInvariant(), expected: "text");
        return null;
    }
}
