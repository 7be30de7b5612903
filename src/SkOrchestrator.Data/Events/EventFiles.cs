using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Events;

/// <summary>Finds the files that were named, or that stand in a folder.</summary>
internal static class EventFiles
{
    private static readonly string[] Endings = [".json", ".ndjson", ".jsonl", ".csv"];

    /// <summary>The files: folders give theirs in the order of names; a file that is named twice is read once.</summary>
    /// <exception cref="InvalidInputException">Files are missing, or a folder holds none.</exception>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> paths)
    {
        var files = new List<string>();
        var problems = new List<Diagnostic>();
        foreach (var (index, path) in paths.Index())
        {
            var shown = FileLabel.Whole(path, index + 1);
            var inside = Directory.Exists(path) ? Inside(path) : [];
            if (inside.Count > 0)
            {
                files.AddRange(inside);
            }
            else if (Directory.Exists(path))
            {
                problems.Add(new Diagnostic(
                    "EVT002", $"The folder {shown} holds no event files", shown, Found: "no such file",
                    Expected: $"files that end in {string.Join(", ", Endings)}, also with .gz", Fix: "name the folder of the exported events"));
            }
            else if (File.Exists(path))
            {
                files.Add(path);
            }
            else
            {
                problems.Add(new Diagnostic(
                    "EVT001", $"There is no file or folder {shown}", shown, Expected: "event files of a mail provider, or a folder of them",
                    Fix: "check the path and the spelling of the name"));
            }
        }

        return problems.Count > 0 ? throw new InvalidInputException(problems) : [.. files.DistinctBy(Path.GetFullPath)];
    }

    private static List<string> Inside(string folder) => [.. Directory.EnumerateFiles(folder)
        .Where(file => Endings.Any(ending =>
            file.EndsWith(ending, StringComparison.OrdinalIgnoreCase) || file.EndsWith(ending + ".gz", StringComparison.OrdinalIgnoreCase)))
        .Order(StringComparer.Ordinal)];
}
