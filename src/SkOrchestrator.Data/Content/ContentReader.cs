using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SkOrchestrator.Content;
using SkOrchestrator.Data.Configuration.Yaml;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Content;

/// <summary>
/// Reads the content folder: Markdown with front matter, or JSON; sub-folders too. A file that is not in order is put aside with a
/// diagnostic, never half used. Files that share an id are all put aside, for nobody knows which one is meant.
/// </summary>
public static class ContentReader
{
    private const long LargestFile = 1 << 20;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    /// <summary>Reads all documents of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="InvalidInputException">The folder is missing or empty, or none of its documents is approved.</exception>
    public static ContentLibrary Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidInputException(Problem("the content folder does not exist", folder, "an existing folder", "check --content"));
        }

        var files = Directory.EnumerateFiles(folder, "*", Everywhere)
            .Where(f => Path.GetExtension(f).ToLowerInvariant() is ".md" or ".json")
            .Select(f => (Path: f, Name: Path.GetRelativePath(folder, f).Replace('\\', '/')))
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .ToList();
        if (files.Count == 0)
        {
            var fix = "add approved documents, or check --content";
            throw new InvalidInputException(Problem("the content folder holds no documents", folder, "files that end in .md or .json", fix));
        }

        var notes = new ContentNotes();
        var documents = files.Select(f => ReadFile(f.Path, f.Name, notes)).OfType<ContentDocument>().ToList();
        var unique = PutTwinsAside(documents, notes);
        if (!unique.Any(d => d.Status == ContentStatus.Approved))
        {
            var found = $"{files.Count} files in {folder}";
            var problem = Problem("no document of the content folder can be used", found, "at least one with status: approved", null);
            throw new InvalidInputException([problem, .. notes.AsDiagnostics(folder)]);
        }

        return new ContentLibrary([.. unique.OrderBy(d => d.Id.Value, StringComparer.Ordinal)], notes.Items);
    }

    private static ContentDocument? ReadFile(string path, string name, ContentNotes notes)
    {
        try
        {
            if (new FileInfo(path).Length > LargestFile)
            {
                notes.Quarantine(name, null, "file", ProblemKind.OutOfRange, "more than 1 MiB", "at most 1 MiB");
                return null;
            }

            var bytes = File.ReadAllBytes(path);
            var text = StrictUtf8.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n");
            var parts = path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
                ? MarkdownDocument.Read(text, name, notes)
                : JsonContentDocument.Read(text, name, notes);
            return parts is null ? null : parts with { ContentSha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
        }
        catch (DecoderFallbackException)
        {
            notes.Quarantine(name, null, "file", ProblemKind.Syntax, "bytes that are not UTF-8", "UTF-8 text");
        }
        catch (JsonException e)
        {
            notes.Quarantine(
                name,
                e.LineNumber + 1,
                "file",
                ProblemKind.Syntax,
                "JSON that can't be read",
                "one JSON object with each key once");
        }
        catch (ArgumentException)
        {
            notes.Quarantine(name, null, "body", ProblemKind.Structure, "Markdown nested too deeply", "paragraphs and lists");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            notes.Quarantine(name, null, "file", ProblemKind.Missing, "a file that can't be opened", "a readable file");
        }

        return null;
    }

    private static IEnumerable<ContentDocument> PutTwinsAside(List<ContentDocument> documents, ContentNotes notes)
    {
        var groups = documents.GroupBy(d => d.Id.Value, StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var twin in groups.Where(g => g.Count() > 1).SelectMany(g => g))
        {
            notes.Quarantine(twin.File, null, "id", ProblemKind.Duplicate, twin.Id.Value, "an id that no other document has");
        }

        return groups.Where(g => g.Count() == 1).Select(g => g.Single());
    }

    private static Diagnostic Problem(string message, string found, string expected, string? fix) =>
        new(ProblemList.Code("CNT", ProblemKind.Missing), message, Found: found, Expected: expected, Fix: fix);
}
