using SkOrchestrator.Content;
using SkOrchestrator.Data.Content;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Tests.Content;

/// <summary>A content folder with one good document, to which a test adds others.</summary>
internal sealed class ContentFolder : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("content");

    public ContentFolder(bool isEmpty = false)
    {
        if (!isEmpty)
        {
            Write("good.md", Document("DOC-100"));
        }
    }

    public string Path => _directory.FullName;

    /// <summary>A good document.</summary>
    public static string Document(string id, string more = "", string body = "## Section\nA paragraph.\n", string status = "approved") =>
        $"---\nid: {id}\ntitle: Title {id}\ncategory: general\napproval_date: 2025-01-20\nstatus: {status}\n{more}{(more.Length > 0 ? "\n" : "")}---\n{body}";

    public ContentFolder Write(string file, string text)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public ContentLibrary Read() => ContentReader.Read(Path);

    /// <summary>The single note about a file that was put aside, while the good document is still there.</summary>
    public RowDiagnostic Quarantined()
    {
        var library = Read();
        Assert.Equal("DOC-100", Assert.Single(library.Documents).Id.Value);
        var note = Assert.Single(library.Diagnostics);
        Assert.Equal("quarantined", note.Action);
        return note;
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
