using System.Globalization;
using SkOrchestrator.Configuration;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Loading;

/// <summary>What can be wrong with a whole input file. Codes of rows stand in <see cref="RowCode"/>.</summary>
internal static class InputProblem
{
    public static InvalidInputException MissingFile(string path) => new(new Diagnostic(
        "CSV001", $"The file {path} does not exist", path, Expected: "a CSV, CSV.gz or Parquet file", Fix: "check the path and the spelling of the name"));

    public static InvalidInputException EmptyFile(string path) => new(new Diagnostic(
        "CSV002", $"The file {path} is empty", path, 1, Found: "nothing", Expected: "a header line and at least one row", Fix: "export the file again"));

    public static InvalidInputException HeaderOnly(string path) => new(new Diagnostic(
        "CSV003", $"The file {path} has a header and no rows", path, 2, Found: "the end of the file", Expected: "at least one row", Fix: "export the file again"));

    public static InvalidInputException MissingColumn(string path, string column, IReadOnlyList<string> header)
    {
        var near = header.FirstOrDefault(name => Letters(name).Equals(Letters(column), StringComparison.OrdinalIgnoreCase));
        var found = $"columns: {string.Join(", ", header.Select(name => Cut(name)))}";
        return new(new Diagnostic(
            "CSV005",
            $"The file {path} has no column {column}; found {found}{(near is null ? string.Empty : $"; did you mean `{near}`?")}",
            path,
            1,
            Found: found,
            Expected: $"a column called {column}",
            Fix: near is null ? $"add a column {column}, or rename the one that holds it" : $"rename `{near}` to `{column}`"));
    }

    public static InvalidInputException NotUtf8(string path, long line) => new(new Diagnostic(
        "CSV006", $"The file {path} is not UTF-8 text", path, line, Found: "bytes that are not UTF-8", Expected: "UTF-8 text", Fix: "save the file as \"CSV UTF-8\""));

    public static InvalidInputException UnsupportedType(string path) => new(new Diagnostic(
        "CSV007",
        $"The file {path} is of a type that can't be read",
        path,
        Found: Path.GetExtension(path),
        Expected: ".csv, .csv.gz or .parquet",
        Fix: "export the table as \"CSV UTF-8\" or Parquet"));

    public static InvalidInputException OtherContent(string path, string format) => new(new Diagnostic(
        "CSV007",
        $"The file {path} is called {Path.GetExtension(path)}, but its content is not {format}",
        path,
        Found: "other content",
        Expected: $"{format} content",
        Fix: "name the file after its content (.csv for text), or export it again"));

    public static InvalidInputException Unreadable(string path, string format) => new(new Diagnostic(
        "CSV008", $"The file {path} is damaged: it can't be read as {format}", path, Expected: $"a whole {format} file", Fix: "copy or export the file again"));

    public static Diagnostic DoubleColumn(string path, string column) => new(
        "CSV009",
        $"The column {Cut(column)} stands twice in the header of {path}; upper and lower case count as the same",
        path,
        1,
        Found: Cut(column),
        Expected: "every column name once",
        Fix: "rename one of the two columns");

    public static InvalidInputException TooManyColumns(string path, int columns) => new(new Diagnostic(
        "CSV019",
        $"The file {path} has too many columns",
        path,
        1,
        Found: $"{columns.ToString(CultureInfo.InvariantCulture)} columns",
        Expected: $"at most {ColumnPlan.MostColumns.ToString(CultureInfo.InvariantCulture)} columns",
        Fix: "export only the columns that tell customers apart, beside customer_id, the address and consent"));

    public static InvalidInputException MissingArmColumn(string path, string column, IReadOnlyList<string> header)
    {
        var problem = MissingColumn(path, column, header).Diagnostics[0];
        return new(problem with { Fix = "name the column that says which mail was really sent: --arm-column COLUMN" });
    }

    /// <summary>Described columns are missing: all in one message, with a configuration that fits the file.</summary>
    public static Diagnostic ConfiguredColumnsMissing(
        string path, IReadOnlyList<ColumnOptions> missing, IReadOnlyList<string> header, IEnumerable<string> audiences)
    {
        var names = string.Join(", ", missing.Select(column => $"{column.Column} ({column.Role.ToString().ToLowerInvariant()})"));
        return new(
            "CSV010",
            $"segmentation_config.yaml describes columns that {path} does not have: {names}",
            path,
            1,
            Found: $"columns: {string.Join(", ", header.Select(name => Cut(name)))}",
            Expected: "every described column, labels, baselines and personal ones excepted",
            Fix: "add the columns to the file, take them out of segmentation_config.yaml, or describe this file in a configuration of its own. "
                + "One that infers the role of every column: "
                + $"mkdir -p my_config && echo '{Example(audiences)}' > my_config/segmentation_config.yaml, "
                + "then run with --config config --config my_config");
    }

    /// <summary>The least that a segmentation_config.yaml needs; an audience of the other configuration would ask for its columns, so nobody is in it.</summary>
    private static string Example(IEnumerable<string> audiences)
    {
        var none = string.Join(", ", audiences.Where(name => name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')).Select(name => $"{name}: \"false\""));
        return $"{{ columns: {{ {ColumnPlan.IdColumn}: {{ role: id }} }}{(none.Length > 0 ? $", audiences: {{ {none} }}" : string.Empty)} }}";
    }

    public static InvalidInputException NothingLoaded(string path, IReadOnlyList<RowDiagnostic> rows) => new([
        new Diagnostic(
            "CSV017", $"No row of {path} could be loaded", path, Found: $"{rows.Count} or more rejected rows", Expected: "at least one good row",
            Fix: "mend the rows named below"),
        .. rows.Select(row => FromRow(path, row))]);

    public static Diagnostic FromRow(string path, RowDiagnostic row) => new(
        row.Code,
        row.Column.Length > 0 ? $"A row of {path} can't be used (column {row.Column})" : $"A row of {path} can't be read",
        path,
        row.Line,
        Found: row.Code == RowCode.Quote ? "a quote that is not closed, or that stands inside a field" : row.Value,
        Expected: row.Expected,
        Fix: row.Code switch
        {
            RowCode.Quote => "close the quotes; inside a quoted field write a quote twice",
            RowCode.FieldCount => "give the row a field for every column; a value with a comma needs quotes around it",
            _ => "mend the row",
        });

    private static string Cut(string text) => text.Length <= 40 ? text : text[..40];

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
