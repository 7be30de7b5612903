namespace SkOrchestrator.Data.Events;

/// <summary>How a file may be called where people read it: an address in a name is not repeated.</summary>
internal static class FileLabel
{
    /// <summary>The name without folders, or a number in place of it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="number">The number that stands for a name which can't be shown, from 1.</param>
    public static string Name(string path, int number) =>
        EventLink.NamesSomebody(Path.GetFileName(path)) ? FormattableString.Invariant($"file {number}") : Path.GetFileName(path);

    /// <summary>The path as it was given, or a number in place of it.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="number">The number that stands for a path which can't be shown, from 1.</param>
    public static string Whole(string path, int number) => EventLink.NamesSomebody(path) ? FormattableString.Invariant($"file {number}") : path;
}
