using System.Text.Json;
using SkOrchestrator.Safety;

namespace SkOrchestrator.Runs;

/// <summary>Writes <c>run.json</c> so that a reader finds either the old or the new file, never half of one.</summary>
internal static class ManifestFile
{
    public static void Write(string path, RunManifest manifest)
    {
        var temporary = path + ".new";
        File.WriteAllText(temporary, JsonSerializer.Serialize(manifest, RunJson.Document) + "\n");
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>The audit head that a run recorded; null when there is no readable manifest.</summary>
    public static AuditHead? ReadAuditHead(string path) => Read(path)?.AuditHead;

    /// <summary>The manifest; null when there is no readable one.</summary>
    public static RunManifest? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<RunManifest>(File.ReadAllText(path), RunJson.Document) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
