namespace SkOrchestrator.Agents.Tests;

/// <summary>A copy of the product's prompts that a test may change; gone when the test is over.</summary>
internal sealed class PromptFolder : IDisposable
{
    private static int _count;

    public PromptFolder()
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"sko-prompts-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}");
        foreach (var file in Directory.EnumerateFiles(Shipped, "*.yaml", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(Shipped, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>The prompts folder of the product.</summary>
    public static string Shipped { get; } = System.IO.Path.Combine(Root(), "prompts");

    public string Path { get; }

    public string Of(string name) => System.IO.Path.Combine(Path, name);

    public void Write(string name, string text) => File.WriteAllText(Of(name), text);

    public void Replace(string name, string old, string replacement)
    {
        var text = File.ReadAllText(Of(name));
        Assert.Contains(old, text, StringComparison.Ordinal);
        Write(name, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "SkOrchestrator.sln")))
        {
            folder = System.IO.Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the solution folder was not found");
        }

        return folder;
    }
}
