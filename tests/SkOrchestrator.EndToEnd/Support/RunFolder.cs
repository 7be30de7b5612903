using System.Text.Json;
using System.Text.Json.Nodes;

namespace SkOrchestrator.EndToEnd.Support;

/// <summary>Reads what a run wrote.</summary>
internal sealed class RunFolder(string path)
{
    public string Path { get; } = path;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public bool Has(string name) => System.IO.File.Exists(File(name));

    public string Text(string name) => System.IO.File.ReadAllText(File(name));

    public JsonNode Json(string name) => JsonNode.Parse(Text(name))!;

    public IReadOnlyList<JsonNode> JsonLines(string name) =>
        [.. System.IO.File.ReadLines(File(name)).Where(l => l.Length > 0).Select(l => JsonNode.Parse(l)!)];

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Table(string name) => Csv.Read(Text(name));

    public IEnumerable<string> AllFiles() =>
        Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    public IReadOnlyList<JsonNode> Variants(string? status = null) =>
        [.. JsonLines("variants.jsonl").Where(v => status is null || (string?)v["status"] == status)];

    public static JsonElement Element(JsonNode node) => JsonSerializer.SerializeToElement(node);
}
