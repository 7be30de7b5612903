using SkOrchestrator.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SkOrchestrator.Agents.Prompts;

/// <summary>Collects what is wrong in one file of the prompts folder.</summary>
/// <param name="file">The file as the user named it.</param>
/// <param name="all">Receives the diagnostics.</param>
internal sealed class PromptProblems(string file, List<Diagnostic> all)
{
    public void Add(string code, string message, YamlNode? at = null, string? found = null, string? expected = null, string? fix = null) =>
        Add(code, message, at?.Start ?? Mark.Empty, found, expected, fix);

    public void Add(string code, string message, Mark at, string? found = null, string? expected = null, string? fix = null) =>
        AddAt(code, message, at.Line > 0 ? at.Line : null, at.Line > 0 ? (int)at.Column : null, found, expected, fix);

    public void AddAt(string code, string message, long? line, int? column, string? found = null, string? expected = null, string? fix = null) =>
        all.Add(new Diagnostic(code, message, file, line, column, found, expected, fix ?? Fix(code, expected)));

    /// <summary>What to do where nothing better is known.</summary>
    private static string Fix(string code, string? expected) => code switch
    {
        "PRM003" => "write the file as lines of the form key: value",
        "PRM005" => "add the key",
        "PRM009" => $"write only variables{(expected is null ? string.Empty : $", as {expected}")}, and close every brace",
        "PRM013" => $"write the template as messages with roles{(expected is null ? string.Empty : $": {expected}")}",
        _ => expected is null ? "correct the value" : $"write {expected}",
    };
}
