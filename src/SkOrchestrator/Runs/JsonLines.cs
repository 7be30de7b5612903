using System.Text;
using System.Text.Json;

namespace SkOrchestrator.Runs;

/// <summary>Writes one JSON object a line, UTF-8 with LF.</summary>
internal static class JsonLines
{
    public static void Write<T>(string path, IEnumerable<T> lines)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        foreach (var line in lines)
        {
            writer.WriteLine(JsonSerializer.Serialize(line, RunJson.Line));
        }
    }
}
