using DuckDB.NET.Data;
using SkOrchestrator.Configuration;

namespace SkOrchestrator.Data.Loading;

/// <summary>
/// Loads the customer file: every value is read as text and cast in SQL, so that each bad value has a line and a column. Rows of the
/// file = customers loaded + rows rejected, always.
/// </summary>
internal sealed class CustomerLoader(DuckDBConnection connection, string salt)
{
    private const string Staged = "customers";
    private const long FirstLook = 20_000;
    private readonly List<string> _notes = [];

    public LoadResult Load(string path, SegmentationOptions options, string? armColumn)
    {
        var format = InputFile.Detect(path);
        var (columns, staged) = format == InputFormat.Parquet
            ? StageParquet(path, options, armColumn)
            : StageCsv(path, format, options, armColumn);
        if (staged.Rows == 0)
        {
            throw InputProblem.HeaderOnly(path);
        }

        columns = Infer(columns);
        var file = Path.GetFileName(path);
        DiagnosticRows.Add(connection, staged.Problems);
        FindProblems(columns, armColumn);
        FillCustomers(columns, armColumn, file);
        var loaded = connection.Count("select count(*) from customers");
        return loaded == 0
            ? throw InputProblem.NothingLoaded(path, DiagnosticRows.Read(connection, 20))
            : new LoadResult(new LoadedTable(file, [.. columns.Select(column => column.Options!)], staged.Rows, loaded), _notes);
    }

    private (IReadOnlyList<FileColumn> Columns, StagedRows Rows) StageCsv(
        string path, InputFormat format, SegmentationOptions options, string? armColumn)
    {
        using var file = CsvFile.Open(path, format);
        var columns = ColumnPlan.Make(path, file.Header, options, armColumn, _notes);
        return (columns, StagingArea.FillFromCsv(connection, file, Staged, ToStage(columns, armColumn)));
    }

    private (IReadOnlyList<FileColumn> Columns, StagedRows Rows) StageParquet(string path, SegmentationOptions options, string? armColumn)
    {
        try
        {
            var header = connection.Query(
                "select column_name from (describe select * from read_parquet($path))", row => row.GetString(0), ("path", path));
            var columns = ColumnPlan.Make(path, header, options, armColumn, _notes);
            return (columns, StagingArea.FillFromParquet(connection, path, Staged, header, ToStage(columns, armColumn)));
        }
        catch (DuckDBException)
        {
            throw InputProblem.Unreadable(path, "Parquet");
        }
    }

    private static IReadOnlyList<(int Index, string Name)> ToStage(IReadOnlyList<FileColumn> columns, string? armColumn) =>
        [.. columns.Where(column => column.IsStaged(armColumn)).Select(column => (column.Index, column.TableName))];

    private IReadOnlyList<FileColumn> Infer(IReadOnlyList<FileColumn> columns)
    {
        var open = columns.Where(column => column.Options is null).ToList();
        if (open.Count == 0)
        {
            return columns;
        }

        var rows = connection.Count("select count(*) from staging.main.customers where row_number <= $rows", ("rows", FirstLook));
        var shapes = connection.Query(
            SqlScript.Read("value_shapes.sql", ("columns", SqlScript.Identifiers(open.Select(column => column.TableName)))),
            row => (Name: row.GetString(0), new ValueShape(
                rows, row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5))),
            ("rows", FirstLook))
            .ToDictionary(shape => shape.Name, shape => shape.Item2, StringComparer.Ordinal);
        var resolved = columns
            .Select(column => column.Options is not null
                ? column
                : ColumnInference.ByValues(column, shapes.GetValueOrDefault(column.TableName) ?? new ValueShape(rows, 0, 0, 0, 0, 0)))
            .ToList();
        var inferred = open.Select(column => $"{column.Name} ({resolved[column.Index].Options!.Role.ToString().ToLowerInvariant()})");
        _notes.Add($"Columns that segmentation_config.yaml does not describe, with the role their values suggest: {string.Join(", ", inferred)}.");
        return resolved;
    }

    private void FindProblems(IReadOnlyList<FileColumn> columns, string? armColumn)
    {
        connection.Run(
            """
            create or replace table staging.main.problems(
                row_number bigint, line bigint, "column" varchar, code varchar, value varchar, expected varchar, action varchar)
            """);
        columns = [.. columns.Where(column => column.IsStaged(armColumn))];
        Check("check_numbers.sql", columns, [ColumnRole.Numeric, ColumnRole.Baseline], "number_of");
        Check("check_numbers.sql", columns, [ColumnRole.Label], "outcome_of");
        Check("check_truths.sql", columns, [ColumnRole.Boolean], null, ("expected", "yes or no"), ("action", "rejected"));
        Check(
            "check_truths.sql", columns, [ColumnRole.Consent], null, ("expected", "yes or no; taken as no consent"), ("action", "repaired"));
        Check("check_texts.sql", columns, [ColumnRole.Categorical, ColumnRole.Country, ColumnRole.Language, ColumnRole.Ignore], null);
        connection.Run(SqlScript.Read("check_ids.sql"));
    }

    private void Check(
        string script,
        IReadOnlyList<FileColumn> columns,
        ColumnRole[] roles,
        string? measure,
        params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var names = columns.Where(column => roles.Contains(column.Options!.Role)).Select(column => column.TableName).ToList();
        if (names.Count > 0)
        {
            connection.Run(SqlScript.Read(script, ("columns", SqlScript.Identifiers(names)), ("measure", measure ?? string.Empty)), parameters);
        }
    }

    private void FillCustomers(IReadOnlyList<FileColumn> columns, string? armColumn, string file)
    {
        var email = columns.FirstOrDefault(column => column.Options!.Role == ColumnRole.Email);
        var kept = columns
            .Where(column => column.Options!.Role is not (ColumnRole.Id or ColumnRole.Email) && column.IsStaged(armColumn))
            .Select(column => $", {Cast(column)}");
        connection.Run(
            SqlScript.Read(
                "fill_customers.sql",
                ("email", email is null ? "null" : SqlScript.Identifier(email.TableName)),
                ("columns", string.Concat(kept))),
            ("salt", salt));
        connection.Run(SqlScript.Read("finish_load.sql"), ("file", file));
    }

    private static string Cast(FileColumn column)
    {
        var name = SqlScript.Identifier(column.TableName);
        return column.Options!.Role switch
        {
            ColumnRole.Numeric or ColumnRole.Baseline => $"number_of(s.{name}) as {name}",
            ColumnRole.Label => $"outcome_of(s.{name}) as {name}",
            ColumnRole.Boolean or ColumnRole.Consent => $"truth_of(s.{name}) as {name}",
            _ => $"case when not has_address(s.{name}) then s.{name} end as {name}",
        };
    }
}
