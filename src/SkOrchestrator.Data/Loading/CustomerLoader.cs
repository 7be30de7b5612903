using System.Data;
using System.Globalization;
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

        columns = Infer(columns, options.MinimumGroup);
        var file = Path.GetFileName(path);
        DiagnosticRows.Add(connection, staged.Problems);
        FindProblems(columns, armColumn);
        FillCustomers(columns, armColumn, file, options.MinimumGroup);
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

    private IReadOnlyList<FileColumn> Infer(IReadOnlyList<FileColumn> columns, int minimumGroup)
    {
        var open = columns.Where(column => column.Options is null).ToList();
        var shapes = open.Count == 0 ? [] : Shapes(open, minimumGroup);
        columns = [.. columns.Select(column => column.Options is not null
            ? column
            : ColumnInference.ByValues(column, shapes.GetValueOrDefault(column.TableName) ?? ValueShape.Empty))];
        (columns, var dropped) = ColumnInference.Limit(columns);
        if (columns.Any(column => column.IsInferred))
        {
            _notes.Add(ColumnInference.Note([.. columns.Where(column => column.IsInferred)]));
        }

        if (dropped.Count > 0)
        {
            _notes.Add($"Only the first features are guessed: {dropped.Count.ToString(CultureInfo.InvariantCulture)} further columns, from {dropped[0]} on, "
                + "are dropped; describe in segmentation_config.yaml the ones that matter.");
        }

        return columns;
    }

    private Dictionary<string, ValueShape> Shapes(IReadOnlyList<FileColumn> columns, int minimumGroup) => connection.Query(
        SqlScript.Read("value_shapes.sql", ("columns", SqlScript.Identifiers(columns.Select(column => column.TableName)))),
        row => (Name: row.GetString(0), Shape: new ValueShape(
            Count(row, 1), Count(row, 2), Count(row, 3), Count(row, 4), Count(row, 5), Count(row, 6), Count(row, 7), row.GetBoolean(8))),
        ("rows", FirstLook),
        ("minimum_group", minimumGroup))
        .ToDictionary(shape => shape.Name, shape => shape.Shape, StringComparer.Ordinal);

    private static long Count(IDataRecord row, int index) => row.IsDBNull(index) ? 0 : row.GetInt64(index);

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
        connection.Run(
            "update staging.main.problems set value = '(not shown)' where list_contains($names::varchar[], \"column\")",
            ("names", columns.Where(column => column.IsInferred).Select(column => column.TableName).ToList()));
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

    private void FillCustomers(IReadOnlyList<FileColumn> columns, string? armColumn, string file, int minimumGroup)
    {
        var email = columns.FirstOrDefault(column => column.Options!.Role == ColumnRole.Email);
        var kept = columns
            .Where(column => column.Options!.Role is not (ColumnRole.Id or ColumnRole.Email) && column.IsStaged(armColumn))
            .Select(column => $", {Cast(column, minimumGroup)}");
        connection.Run(
            SqlScript.Read(
                "fill_customers.sql",
                ("email", email is null ? "null" : SqlScript.Identifier(email.TableName)),
                ("columns", string.Concat(kept))),
            ("salt", salt));
        connection.Run(SqlScript.Read("finish_load.sql"), ("file", file));
    }

    /// <summary>A column as it is stored. Where the role is a guess, single values that look personal and levels of few customers are emptied.</summary>
    private static string Cast(FileColumn column, int minimumGroup)
    {
        var name = SqlScript.Identifier(column.TableName);
        var minimum = minimumGroup.ToString(CultureInfo.InvariantCulture);
        return column.Options!.Role switch
        {
            ColumnRole.Numeric when column.IsInferred => $"number_of(case when not is_phone(s.{name}) then s.{name} end) as {name}",
            ColumnRole.Categorical when column.IsInferred => $"case when count(*) over (partition by plain(s.{name})) >= {minimum} then plain(s.{name}) end as {name}",
            ColumnRole.Numeric or ColumnRole.Baseline => $"number_of(s.{name}) as {name}",
            ColumnRole.Label => $"outcome_of(s.{name}) as {name}",
            ColumnRole.Boolean or ColumnRole.Consent => $"truth_of(s.{name}) as {name}",
            _ => $"case when not has_address(s.{name}) then plain(s.{name}) end as {name}",
        };
    }
}
