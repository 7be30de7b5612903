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

    private static Diagnostic Unknown(string path, IReadOnlyList<string> header, string option, string name)
    {
        var shown = string.Join(", ", header.Take(MostShown).Select(TableText.Shown));
        var more = header.Count > MostShown ? FormattableString.Invariant($" and {header.Count - MostShown} more") : string.Empty;
        return new(
            "CSV005",
            $"The file {path} has no column {name}",
            path,
            1,
            Found: $"columns: {shown}{more}",
            Expected: $"a column called {name} ({option})",
            Fix: Nearest.Of(name, header) is { } near ? $"did you mean {near}? Give {option} the name of a column" : $"give {option} the name of a column");
    }
}
