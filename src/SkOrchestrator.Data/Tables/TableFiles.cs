using SkOrchestrator.Data.Loading;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Tables;

/// <summary>Opens tables and finds their columns.</summary>
internal static class TableFiles
{
    private const int MostShown = 30;

    /// <exception cref="InvalidInputException">The file can't be read as a table.</exception>
    public static ITableFile Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new InvalidInputException(new Diagnostic(
                "CSV001", $"{path} is a folder", path, Found: "a folder", Expected: "a CSV, CSV.gz or Parquet file", Fix: "name a file in it"));
        }

        var format = InputFile.Detect(path);
        return format == InputFormat.Parquet ? ParquetTableFile.Open(path) : new CsvTableFile(CsvFile.Open(path, format));
    }

    /// <summary>Where the columns stand, counted from 0.</summary>
    /// <param name="path">The file.</param>
    /// <param name="header">Its column names.</param>
    /// <param name="wanted">The wanted columns with what wants them, an option of the command for example.</param>
    /// <exception cref="InvalidInputException">Columns are missing or stand there twice; all are named.</exception>
    public static IReadOnlyList<int> Find(string path, IReadOnlyList<string> header, IReadOnlyList<(string Option, string Name)> wanted)
    {
        var problems = new List<Diagnostic>();
        foreach (var (option, name) in wanted)
        {
            switch (header.Count(column => column == name))
            {
                case 0:
                    problems.Add(Unknown(path, header, option, name));
                    break;
                case > 1:
                    problems.Add(InputProblem.DoubleColumn(path, name));
                    break;
            }
        }

        var columns = header.ToList();
        return problems.Count > 0 ? throw new InvalidInputException(problems) : [.. wanted.Select(column => columns.IndexOf(column.Name))];
    }

    /// <summary>Where columns stand whose names are fixed, in upper or lower case.</summary>
    /// <param name="path">The file.</param>
    /// <param name="header">Its column names.</param>
    /// <param name="names">The fixed names.</param>
    /// <exception cref="InvalidInputException">Columns are missing or stand there twice; all are named.</exception>
    public static IReadOnlyList<int> FindFixed(string path, IReadOnlyList<string> header, IReadOnlyList<string> names)
    {
        var columns = header.Select(c => names.FirstOrDefault(n => n.Equals(c, StringComparison.OrdinalIgnoreCase)) ?? c).ToList();
        List<Diagnostic> problems =
        [
            .. names.Where(n => !columns.Contains(n)).Select(n => Missing(path, header, n) with
            {
                Expected = $"the columns {string.Join(", ", names)}",
                Fix = Nearest.Of(n, [.. columns.Except(names)]) is { } near ? $"did you mean {near}? Rename it to {n}" : $"add a column {n}",
            }),
            .. names.Where(n => columns.Count(c => c == n) > 1).Select(n => InputProblem.DoubleColumn(path, n)),
        ];
        return problems.Count > 0 ? throw new InvalidInputException(problems) : [.. names.Select(name => columns.IndexOf(name))];
    }

    private static Diagnostic Unknown(string path, IReadOnlyList<string> header, string option, string name) => Missing(path, header, name) with
    {
        Expected = $"a column called {name} ({option})",
        Fix = Nearest.Of(name, header) is { } near ? $"did you mean {near}? Give {option} the name of a column" : $"give {option} the name of a column",
    };

    private static Diagnostic Missing(string path, IReadOnlyList<string> header, string name)
    {
        var shown = string.Join(", ", header.Take(MostShown).Select(TableText.Shown));
        var more = header.Count > MostShown ? FormattableString.Invariant($" and {header.Count - MostShown} more") : string.Empty;
        return new("CSV005", $"The file {path} has no column {name}", path, 1, Found: $"columns: {shown}{more}");
    }
}
