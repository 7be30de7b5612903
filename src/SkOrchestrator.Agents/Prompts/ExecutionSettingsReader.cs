using System.Text.Json;
using Microsoft.SemanticKernel;
using YamlDotNet.RepresentationModel;

namespace SkOrchestrator.Agents.Prompts;

/// <summary>Reads <c>execution_settings</c> with typed values; the model itself is chosen by configuration, not by a prompt.</summary>
internal static class ExecutionSettingsReader
{
    private static readonly Dictionary<string, Func<object?, bool>> Known = new(StringComparer.Ordinal)
    {
        ["temperature"] = v => IsNumberIn(v, 0, 2),
        ["top_p"] = v => IsNumberIn(v, 0, 1),
        ["top_k"] = v => v is long and > 0,
        ["max_tokens"] = v => v is long and > 0 and <= int.MaxValue,
        ["seed"] = v => v is long,
        ["frequency_penalty"] = v => IsNumberIn(v, -2, 2),
        ["presence_penalty"] = v => IsNumberIn(v, -2, 2),
        ["reasoning_effort"] = v => v is string,
        ["strict"] = v => v is bool,
    };

    private static readonly string[] Keys = [.. Known.Keys, "stop_sequences", "response_format"];

    public static void Read(PromptTemplateConfig config, YamlNode value, PromptProblems problems)
    {
        if (value is not YamlMappingNode services)
        {
            problems.Add("PRM007", "'execution_settings' must hold the key 'default'", value, expected: "default: { temperature: 0.4 }");
            return;
        }

        foreach (var (service, node) in services.Children)
        {
            if (service.ToString() != PromptExecutionSettings.DefaultServiceId || node is not YamlMappingNode map)
            {
                problems.Add("PRM007", "'execution_settings' has one entry, 'default', which holds keys", service, service.ToString(), "default: { … }");
                continue;
            }

            var settings = new PromptExecutionSettings { ExtensionData = new Dictionary<string, object>(StringComparer.Ordinal) };
            foreach (var (keyNode, setting) in map.Children)
            {
                if (ReadSetting(keyNode, setting, problems) is { } typed)
                {
                    settings.ExtensionData[keyNode.ToString()] = typed;
                }
            }

            config.AddExecutionSettings(settings);
        }
    }

    private static object? ReadSetting(YamlNode keyNode, YamlNode node, PromptProblems problems)
    {
        var key = keyNode.ToString();
        switch (key)
        {
            case "response_format" when node is YamlScalarNode { Value: "json_object" or "text" } format:
                return format.Value;
            case "response_format" when node is YamlMappingNode:
                return JsonSerializer.SerializeToElement(YamlValue.ToJson(node));
            case "stop_sequences" when node is YamlSequenceNode list && list.All(n => n is YamlScalarNode):
                return list.Select(n => n.ToString()).ToList();
            case "model_id" or "service_id" or "function_choice_behavior":
                problems.Add("PRM018", $"'{key}' can't be set in a prompt", keyNode, fix: "choose the model in azure_config.yaml");
                return null;
        }

        if (Known.TryGetValue(key, out var fits))
        {
            var typed = node is YamlScalarNode scalar ? YamlValue.OfScalar(scalar) : null;
            if (fits(typed))
            {
                return typed is long whole and >= int.MinValue and <= int.MaxValue && key != "seed" ? (int)whole : typed;
            }
        }
        else if (!Keys.Contains(key))
        {
            PromptFileReader.UnknownKey(keyNode, Keys, problems);
            return null;
        }

        problems.Add("PRM007", $"'{key}' has a value of the wrong kind or outside its range", node, node.ToString(), Expectation(key));
        return null;
    }

    private static string Expectation(string key) => key switch
    {
        "temperature" => "a number from 0 to 2",
        "top_p" => "a number from 0 to 1",
        "frequency_penalty" or "presence_penalty" => "a number from -2 to 2",
        "top_k" or "max_tokens" => "a whole number above 0",
        "seed" => "a whole number",
        "strict" => "true or false",
        "stop_sequences" => "a list of texts",
        "response_format" => "json_object, text or a JSON schema",
        _ => "text",
    };

    private static bool IsNumberIn(object? value, double low, double high) =>
        value switch { long whole => whole >= low && whole <= high, double number => number >= low && number <= high, _ => false };
}
