using System.Text.Json;
using SkOrchestrator.Content;
using SkOrchestrator.Data.Configuration.Yaml;

namespace SkOrchestrator.Data.Content;

/// <summary>
/// Reads a JSON document: the keys of the front matter, <c>document_id</c> for the id, and the text in <c>content</c>. Its blocks are
/// split at blank lines; each is a section of its own, <c>Part 1</c>, <c>Part 2</c>, …. Without a status, an approval date says that
/// it is approved.
/// </summary>
internal static class JsonContentDocument
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>Reads a document; null when it was put aside.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static ContentDocument? Read(string text, string file, ContentNotes notes)
    {
        using var json = JsonDocument.Parse(text, Strict);
        var place = new YamlPlace(file);
        if (ToElement(json.RootElement, place) is not YamlMap map)
        {
            notes.Quarantine(file, 1, "file", ProblemKind.Structure, json.RootElement.ValueKind.ToString(), "one JSON object");
            return null;
        }

        var problems = new ProblemList("CNT");
        var content = (map.Find("content")?.Value as YamlText)?.Text ?? string.Empty;
        var fields = new YamlMap(place, [.. Rename(map, place)]);
        var document = DocumentFields.Read(fields, file, problems, notes);
        if (problems.Items.Count > 0)
        {
            notes.Quarantine(file, problems);
            return null;
        }

        var sections = Split(content);
        if (sections.Count == 0)
        {
            notes.Quarantine(file, null, "content", ProblemKind.MissingKey, "no text", "text in content");
            return null;
        }

        return document with { Sections = sections };
    }

    private static IEnumerable<YamlEntry> Rename(YamlMap map, YamlPlace place)
    {
        foreach (var entry in map.Entries.Where(e => e.Key.Text != "content"))
        {
            yield return entry.Key.Text == "document_id" ? entry with { Key = new YamlText(place, "id", true) } : entry;
        }

        if (map.Find("status") is null)
        {
            var status = map.Find("approval_date")?.Value is YamlText { IsNull: false } ? "approved" : "draft";
            yield return new YamlEntry(new YamlText(place, "status", true), new YamlText(place, status, true));
        }
    }

    private static List<ContentSection> Split(string content)
    {
        var paragraphs = new List<string>();
        var lines = new List<string>();
        foreach (var line in content.ReplaceLineEndings("\n").Split('\n').Append(string.Empty))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Add(line);
                continue;
            }

            var paragraph = PlainText.Collapse(string.Join(' ', lines));
            lines.Clear();
            if (paragraph.Length > 0)
            {
                paragraphs.Add(paragraph);
            }
        }

        return [.. paragraphs.Select((text, i) => new ContentSection($"Part {i + 1}", [new ContentBlock(i, text)]))];
    }

    private static YamlElement ToElement(JsonElement value, YamlPlace place) => value.ValueKind switch
    {
        JsonValueKind.Object => new YamlMap(
            place, [.. value.EnumerateObject().Select(p => new YamlEntry(new YamlText(place, p.Name, true), ToElement(p.Value, place)))]),
        JsonValueKind.Array => new YamlList(place, [.. value.EnumerateArray().Select(item => ToElement(item, place))]),
        JsonValueKind.String => new YamlText(place, value.GetString()!, true),
        JsonValueKind.Null => new YamlText(place, string.Empty, false),
        _ => new YamlText(place, value.GetRawText(), false),
    };
}
