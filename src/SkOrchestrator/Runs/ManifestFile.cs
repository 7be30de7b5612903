using System.Text.Json;

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
}
