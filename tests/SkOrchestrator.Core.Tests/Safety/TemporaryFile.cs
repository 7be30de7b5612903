namespace SkOrchestrator.Core.Tests.Safety;

/// <summary>A file in a folder of its own that goes away after the test.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sko-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "safety_audit.csv");

    public string[] Lines() => File.ReadAllText(Path).TrimEnd('\n').Split('\n');

    public void Write(IEnumerable<string> lines) => File.WriteAllText(Path, string.Concat(lines.Select(l => l + "\n")));

    public void Dispose() => _folder.Delete(recursive: true);
}
