using System.Text;
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
            if (TabInIndentation(bytes) is { } tab)
            {
                problems.AddAt("PRM003", "the file is not valid YAML: a tab stands in the indentation", tab.Line, tab.Column, "a tab", "blanks", "indent this line with blanks");
                return null;
            }

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

    /// <summary>The first tab in front of a line's text; the parser itself gives up far from it.</summary>
    private static (long Line, int Column)? TabInIndentation(byte[] bytes)
    {
        foreach (var (index, line) in Encoding.UTF8.GetString(bytes).Split('\n').Index())
        {
            var blanks = line.Length - line.TrimStart().Length;
            if (line.IndexOf('\t') is >= 0 and var tab && tab < blanks && blanks < line.TrimEnd().Length)
            {
                return (index + 1, tab + 1);
            }
        }

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
