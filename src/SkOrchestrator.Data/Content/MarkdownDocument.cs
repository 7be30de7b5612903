using System.Text.RegularExpressions;
using SkOrchestrator.Content;
using SkOrchestrator.Data.Configuration.Yaml;

namespace SkOrchestrator.Data.Content;

/// <summary>Reads a Markdown document with YAML front matter.</summary>
internal static partial class MarkdownDocument
{
    /// <summary>Reads a document; null when it was put aside.</summary>
    /// <param name="text">The file, LF line ends.</param>
    /// <param name="file">Its name in the content folder.</param>
    /// <param name="notes">Receives what is wrong.</param>
    public static ContentDocument? Read(string text, string file, ContentNotes notes)
    {
        if (FrontMatter().Match(text) is not { Success: true } match)
        {
            notes.Quarantine(
                file,
                1,
                "front matter",
                ProblemKind.MissingKey,
                text.Split('\n')[0],
                "front matter between two lines of three dashes");
            return null;
        }

        var problems = new ProblemList("CNT");
        var map = YamlTree.ReadMap(match.Groups["yaml"].Value, file, problems, lineOffset: 1);
        var document = map is null ? null : DocumentFields.Read(map, file, problems, notes);
        if (document is null || problems.Items.Count > 0)
        {
            notes.Quarantine(file, problems);
            return null;
        }

        var lines = text.AsSpan(0, match.Length).Count('\n');
        var sections = MarkdownSections.Read(text[match.Length..], document.Title, file, lines, notes);
        if (sections.Count == 0)
        {
            notes.Quarantine(file, lines + 1, "body", ProblemKind.MissingKey, "no text", "at least one paragraph under a ## heading");
            return null;
        }

        return document with { Sections = sections };
    }

    [GeneratedRegex(
        @"\A---[ \t]*\n(?<yaml>.*?)^---[ \t]*(\n|\z)",
        RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex FrontMatter();
}
