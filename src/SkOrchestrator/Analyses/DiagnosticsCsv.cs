using System.Globalization;
using System.Text;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Analyses;

/// <summary>Writes <c>diagnostics.csv</c>: the rows that an analysis left out.</summary>
internal static class DiagnosticsCsv
{
    public static void Write(string path, IReadOnlyList<RowDiagnostic> rows)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        file.WriteLine("file,line,column,code,value,expected,action");
        foreach (var row in rows)
        {
            file.WriteLine(string.Join(',', [
                Cell(row.File), row.Line?.ToString(CultureInfo.InvariantCulture) ?? string.Empty, Cell(row.Column), row.Code, Cell(row.Value), Cell(row.Expected), row.Action]));
        }
    }

    /// <summary>A cell that is quoted where needed and that no spreadsheet runs.</summary>
    private static string Cell(string text)
    {
        text = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{text}" : text;
        return text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
