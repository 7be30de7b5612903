using SkOrchestrator.Data.Configuration.Yaml;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Content;

/// <summary>Collects what was put aside, repaired or ignored while the content was read.</summary>
internal sealed class ContentNotes
{
    private const string Prefix = "CNT";
    private const int LongestValue = 120;

    private readonly List<RowDiagnostic> _items = [];

    /// <summary>All notes, in the order of the files.</summary>
    public IReadOnlyList<RowDiagnostic> Items => _items;

    /// <summary>Notes that a document was put aside.</summary>
    public void Quarantine(string file, long? line, string key, ProblemKind kind, string value, string expected) =>
        Add(file, line, key, kind, value, expected, "quarantined");

    /// <summary>Notes that something was put right.</summary>
    public void Repair(string file, long? line, string key, ProblemKind kind, string value, string expected) =>
        Add(file, line, key, kind, value, expected, "repaired");

    /// <summary>Notes something that does no harm.</summary>
    public void Ignore(string file, long? line, string key, ProblemKind kind, string value, string expected) =>
        Add(file, line, key, kind, value, expected, "ignored");

    /// <summary>Notes the problems that the front matter had: the document is put aside.</summary>
    public void Quarantine(string file, ProblemList problems)
    {
        foreach (var problem in problems.Items)
        {
            var (found, expected) = (problem.Found ?? problem.Message, problem.Expected ?? problem.Message);
            _items.Add(new RowDiagnostic(file, problem.Line, "front matter", problem.Code, found, expected, "quarantined"));
        }
    }

    /// <summary>The notes as problems, for a run that can't start.</summary>
    public IEnumerable<Diagnostic> AsDiagnostics(string folder) => _items.Select(n =>
        new Diagnostic(n.Code, $"a document was {n.Action}", Path.Combine(folder, n.File), n.Line, null, n.Value, n.Expected));

    private void Add(string file, long? line, string key, ProblemKind kind, string value, string expected, string action)
    {
        var shown = value.Length > LongestValue ? value[..LongestValue] + "…" : value;
        _items.Add(new RowDiagnostic(file, line, key, ProblemList.Code(Prefix, kind), shown, expected, action));
    }
}
