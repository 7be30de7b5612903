using Microsoft.SemanticKernel;
using YamlDotNet.RepresentationModel;

namespace SkOrchestrator.Agents.Prompts;

/// <summary>Reads one prompt file in Semantic Kernel's YAML schema and says everything that is wrong with it.</summary>
internal static class PromptFileReader
{
    private static readonly string[] Keys =
        ["name", "description", "template_format", "template", "input_variables", "output_variable", "execution_settings"];

    private static readonly string[] VariableKeys = ["name", "description", "default", "is_required", "json_schema", "sample"];

    /// <summary>The prompt; null after adding problems.</summary>
    public static PromptFile? Read(string agent, string function, byte[] bytes, string sha256, PromptProblems problems)
    {
        if (YamlFile.Read(bytes, problems) is not { } root)
        {
            return null;
        }

        var config = new PromptTemplateConfig { TemplateFormat = PromptTemplateConfig.SemanticKernelTemplateFormat };
        var variables = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        YamlScalarNode? template = null;
        foreach (var (keyNode, value) in root.Children)
        {
            var key = keyNode.ToString();
            switch (key)
            {
                case "name":
                    ReadName(config, value, function, problems);
                    break;
                case "description":
                    config.Description = YamlFile.Text(value, key, problems);
                    break;
                case "template_format":
                    ReadFormat(config, value, problems);
                    break;
                case "template" when YamlFile.Text(value, key, problems) is { } text:
                    config.Template = text;
                    template = (YamlScalarNode)value;
                    break;
                case "input_variables":
                    ReadVariables(config, value, variables, problems);
                    break;
                case "output_variable":
                    config.OutputVariable = ReadOutput(value, problems);
                    break;
                case "execution_settings":
                    ExecutionSettingsReader.Read(config, value, problems);
                    break;
                case "template":
                    break;
                case "allow_dangerously_set_content":
                    problems.Add("PRM018", $"'{key}' would let text of customers and documents become instructions", keyNode, fix: "remove the key");
                    break;
                default:
                    UnknownKey(keyNode, Keys, problems);
                    break;
            }
        }

        if (string.IsNullOrEmpty(config.Name))
        {
            problems.AddAt("PRM005", "the key 'name' is missing", 1, 1, expected: function, fix: $"add the line 'name: {function}'");
        }

        if (template is null)
        {
            problems.AddAt("PRM005", "the key 'template' is missing", 1, 1, expected: "<message role=\"system\">…</message><message role=\"user\">…</message>");
            return null;
        }

        return TemplateCheck.Run(agent, function, config, template, variables, problems) is { } parsed ? new PromptFile(agent, function, sha256, config, parsed) : null;
    }

    /// <summary>Adds a problem for a key that is not in the schema; keys that start with <c>x-</c> are free for remarks.</summary>
    internal static void UnknownKey(YamlNode key, IReadOnlyCollection<string> known, PromptProblems problems)
    {
        if (!key.ToString().StartsWith("x-", StringComparison.Ordinal))
        {
            problems.Add("PRM004", $"unknown key '{key}'", key, key.ToString(), string.Join(", ", known),
                ClosestName.Advice(key.ToString(), known, "remove the key, or start it with x- to keep it as a remark"));
        }
    }

    private static void ReadName(PromptTemplateConfig config, YamlNode value, string function, PromptProblems problems)
    {
        config.Name = YamlFile.Text(value, "name", problems);
        if (config.Name is { } name && name != function)
        {
            problems.Add("PRM006", "the name differs from the file name", value, name, function, $"write 'name: {function}' or rename the file");
        }
    }

    private static void ReadFormat(PromptTemplateConfig config, YamlNode value, PromptProblems problems)
    {
        string[] formats = [PromptTemplateConfig.SemanticKernelTemplateFormat, HandlebarsPromptTemplateFactory.Format];
        if (YamlFile.Text(value, "template_format", problems) is not { } format)
        {
            return;
        }

        if (formats.Contains(format))
        {
            config.TemplateFormat = format;
            return;
        }

        problems.Add("PRM008", "unknown template format", value, format, string.Join(" or ", formats), ClosestName.Advice(format, formats, "use one of the two"));
    }

    private static void ReadVariables(PromptTemplateConfig config, YamlNode value, Dictionary<string, YamlNode> seen, PromptProblems problems)
    {
        if (value is not YamlSequenceNode list)
        {
            problems.Add("PRM007", "'input_variables' must be a list", value, expected: "- name: …");
            return;
        }

        foreach (var entry in list)
        {
            if (entry is not YamlMappingNode map || !map.Children.TryGetValue(new YamlScalarNode("name"), out var nameNode) || nameNode is not YamlScalarNode { Value.Length: > 0 })
            {
                problems.Add("PRM007", "an input variable needs a name", entry, expected: "- name: …");
                continue;
            }

            var variable = new InputVariable { Name = nameNode.ToString() };
            if (!seen.TryAdd(variable.Name, nameNode))
            {
                problems.Add("PRM016", $"the variable '{variable.Name}' is declared twice", nameNode, fix: "remove one of the two");
                continue;
            }

            foreach (var (keyNode, node) in map.Children)
            {
                ReadVariableKey(variable, keyNode, node, problems);
            }

            config.InputVariables.Add(variable);
        }
    }

    private static void ReadVariableKey(InputVariable variable, YamlNode keyNode, YamlNode value, PromptProblems problems)
    {
        switch (keyNode.ToString())
        {
            case "name":
                break;
            case "description":
                variable.Description = YamlFile.Text(value, "description", problems) ?? string.Empty;
                break;
            case "default":
                variable.Default = YamlFile.Text(value, "default", problems);
                break;
            case "sample":
                variable.Sample = YamlFile.Text(value, "sample", problems);
                break;
            case "json_schema":
                variable.JsonSchema = YamlValue.ToJson(value)?.ToJsonString();
                break;
            case "is_required" when value is YamlScalarNode scalar && YamlValue.OfScalar(scalar) is bool required:
                variable.IsRequired = required;
                break;
            case "is_required":
                problems.Add("PRM007", "'is_required' must be true or false", value, value.ToString(), "true or false");
                break;
            case "allow_dangerously_set_content":
                problems.Add("PRM018", "'allow_dangerously_set_content' would let the variable's text become instructions", keyNode, fix: "remove the key");
                break;
            default:
                UnknownKey(keyNode, VariableKeys, problems);
                break;
        }
    }

    private static OutputVariable? ReadOutput(YamlNode value, PromptProblems problems)
    {
        if (value is not YamlMappingNode map)
        {
            problems.Add("PRM007", "'output_variable' must hold keys", value, expected: "description, json_schema");
            return null;
        }

        var output = new OutputVariable();
        foreach (var (keyNode, node) in map.Children)
        {
            switch (keyNode.ToString())
            {
                case "description":
                    output.Description = YamlFile.Text(node, "description", problems) ?? string.Empty;
                    break;
                case "json_schema":
                    output.JsonSchema = YamlValue.ToJson(node)?.ToJsonString();
                    break;
                default:
                    UnknownKey(keyNode, ["description", "json_schema"], problems);
                    break;
            }
        }

        return output;
    }
}
