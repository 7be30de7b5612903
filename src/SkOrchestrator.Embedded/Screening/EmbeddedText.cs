namespace SkOrchestrator.Embedded.Screening;

/// <summary>Reads the data files of the screen, which are resources of the assembly.</summary>
internal static class EmbeddedText
{
    /// <summary>The lines of a resource without comments and empty lines.</summary>
    public static IReadOnlyList<string> Lines(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#')];
    }
}
