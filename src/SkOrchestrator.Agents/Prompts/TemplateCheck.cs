using System.Text.RegularExpressions;
using System.Xml;
using Microsoft.SemanticKernel;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SkOrchestrator.Agents.Prompts;

/// <summary>Checks a template before any call: it parses, uses exactly the declared variables, and consists of messages with roles.</summary>
internal static partial class TemplateCheck
{
    /// <summary>The parsed template; null after adding a problem that keeps it from being parsed.</summary>
    public static IPromptTemplate? Run(
        string agent, string function, PromptTemplateConfig config, YamlScalarNode template, IReadOnlyDictionary<string, YamlNode> declared, PromptProblems problems)
    {
        var text = config.Template;
        var handlebars = config.TemplateFormat == HandlebarsPromptTemplateFactory.Format;
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        var sound = true;
        foreach (Match block in Block().Matches(text))
        {
            var name = handlebars ? HandlebarsVariable(block.Value, out var accepted) : PlainVariable(block.Value, out accepted);
            if (handlebars && RawBlock().IsMatch(block.Value))
            {
                Report(problems, template, text, block.Index, "PRM014", "this expression would insert a value without escaping", block.Value, "{{name}}", "use two braces and no &");
                sound = false;
            }
            else if (!accepted)
            {
                Report(problems, template, text, block.Index, "PRM009", "a template may hold variables only", block.Value,
                    handlebars ? "{{name}}, {{#if name}}, {{#unless name}}, {{else}}" : "{{$name}}");
                sound = false;
            }
            else if (name is not null)
            {
                used.TryAdd(name, block.Index);
            }
        }

        CheckVariables(agent, function, template, text, used, declared, problems);
        CheckMessages(template, text, problems);
        return sound ? Parse(config, template, problems) : null;
    }

    private static IPromptTemplate? Parse(PromptTemplateConfig config, YamlScalarNode template, PromptProblems problems)
    {
        try
        {
            return PromptTemplates.Factory.Create(config);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            problems.Add("PRM009", $"the template can't be read: {failure.Message}", template);
            return null;
        }
    }

    private static void CheckVariables(
        string agent, string function, YamlScalarNode template, string text, Dictionary<string, int> used, IReadOnlyDictionary<string, YamlNode> declared, PromptProblems problems)
    {
        var provided = PromptContract.FindVariables(agent, function) ?? [];
        foreach (var (name, index) in used.Where(u => !declared.ContainsKey(u.Key)))
        {
            Report(problems, template, text, index, "PRM010", $"the template uses '{name}', which is not declared under input_variables", name,
                string.Join(", ", declared.Keys), ClosestName.Advice(name, [.. declared.Keys], "declare it under input_variables"));
        }

        foreach (var (name, node) in declared)
        {
            if (!used.ContainsKey(name))
            {
                problems.Add("PRM011", $"the variable '{name}' is declared and never used", node, name, fix: "use it in the template or remove it");
            }

            if (!provided.Contains(name))
            {
                problems.Add("PRM012", $"nothing provides the variable '{name}' for this prompt", node, name, string.Join(", ", provided),
                    ClosestName.Advice(name, [.. provided], "use one of the variables that are provided"));
            }
        }
    }

    private static void CheckMessages(YamlScalarNode template, string text, PromptProblems problems)
    {
        var filled = Block().Replace(text, m => m.Value.StartsWith("{{#", StringComparison.Ordinal) || m.Value.StartsWith("{{/", StringComparison.Ordinal) ? string.Empty : "x");
        const string Expected = "<message role=\"system\">…</message> followed by <message role=\"user\">…</message>";
        try
        {
            if (PromptMessages.FindProblem(PromptMessages.ReadRoles(filled)) is { } problem)
            {
                problems.Add("PRM013", problem, template, expected: Expected);
            }
        }
        catch (XmlException broken)
        {
            var line = LineOf(template, broken.LineNumber - 1);
            problems.AddAt("PRM013", $"the template does not consist of messages: {broken.Message}", line, null, expected: Expected, fix: "write & as &amp; and < as &lt;, and close every tag");
        }
    }

    private static string? PlainVariable(string block, out bool accepted)
    {
        var match = Plain().Match(block);
        accepted = match.Success;
        return accepted ? match.Groups["name"].Value : null;
    }

    private static string? HandlebarsVariable(string block, out bool accepted)
    {
        var match = Handlebars().Match(block);
        accepted = match.Success;
        return match.Groups["name"] is { Success: true, Value: var name } && name is not "else" ? name : null;
    }

    private static void Report(
        PromptProblems problems, YamlScalarNode template, string text, int index, string code, string message, string found, string? expected = null, string? fix = null)
    {
        var before = text.AsSpan(0, index);
        problems.AddAt(code, message, LineOf(template, before.Count('\n')), null, found, expected, fix);
    }

    /// <summary>The file line of a template line; exact for block scalars (<c>template: |</c>), the start of the value otherwise.</summary>
    private static long LineOf(YamlScalarNode template, int lineInTemplate) =>
        template.Style is ScalarStyle.Literal ? template.Start.Line + 1 + Math.Max(0, lineInTemplate) : template.Start.Line;

    [GeneratedRegex(@"\{\{+.*?\}\}+", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\{\{\s*\$(?<name>[A-Za-z_][A-Za-z0-9_]*)\s*\}\}$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^\{\{~?(?:\s*(?<name>[A-Za-z_][A-Za-z0-9_]*)\s*|#(?:if|unless)\s+(?<name>[A-Za-z_][A-Za-z0-9_]*)\s*|/(?:if|unless)\s*|![^}]*)~?\}\}$", RegexOptions.CultureInvariant)]
    private static partial Regex Handlebars();

    [GeneratedRegex(@"^\{\{(?:~?\{|~?\s*&)", RegexOptions.CultureInvariant)]
    private static partial Regex RawBlock();
}
