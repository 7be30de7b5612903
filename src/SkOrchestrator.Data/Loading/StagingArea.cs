using DuckDB.NET.Data;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Loading;

/// <summary>
/// Text of input files on its way into the tables. It lies in a database in memory: personal values never reach the file of the run,
/// and what DuckDB has to move to disk for lack of memory is encrypted.
/// </summary>
internal static class StagingArea
{
    /// <summary>Makes the area; once per connection.</summary>
    public static void Attach(DuckDBConnection connection) => connection.Run("attach ':memory:' as staging");

    /// <summary>
    /// Copies columns of a CSV file, trimmed, blanks as null, into <c>staging.main.TABLE(row_number, line, columns…)</c>.
    /// Rows that don't fit the header come back as diagnostics.
    /// </summary>
    public static StagedRows FillFromCsv(
        DuckDBConnection connection, CsvFile file, string table, IReadOnlyList<(int Index, string Name)> columns)
    {
        Create(connection, table, columns);
        var problems = new List<RowDiagnostic>();
        var records = file.Records;
        var rows = 0L;
        using var appender = connection.CreateAppender("staging", "main", table);
        while (file.ReadNext())
        {
            rows++;
            if (records.IsBroken || records.Fields.Count != file.Header.Count)
            {
                problems.Add(Reject(file, records));
                continue;
            }

            var row = appender.CreateRow().AppendValue(rows).AppendValue(records.Line);
            foreach (var (index, _) in columns)
            {
                var value = records.Fields[index].Trim();
                _ = value.Length == 0 ? row.AppendNullValue() : row.AppendValue(value);
            }

            row.EndRow();
        }

        return new StagedRows(rows, problems);
    }

    /// <summary>The same from a Parquet file; a row's number stands for its line.</summary>
    public static StagedRows FillFromParquet(
        DuckDBConnection connection, string path, string table, IReadOnlyList<string> header, IReadOnlyList<(int Index, string Name)> columns)
    {
        Create(connection, table, columns);
        var values = string.Join(", ", columns.Select(column => $"nullif(trim({SqlScript.Identifier(header[column.Index])}::varchar), '')"));
        connection.Run(
            $"insert into staging.main.{table} select file_row_number + 1, file_row_number + 1, {values} from read_parquet($path, file_row_number = true)",
            ("path", path));
        return new StagedRows(connection.Count($"select count(*) from staging.main.{table}"), []);
    }

    private static void Create(DuckDBConnection connection, string table, IReadOnlyList<(int Index, string Name)> columns)
    {
        var definitions = string.Concat(columns.Select(column => $", {SqlScript.Identifier(column.Name)} varchar"));
        connection.Run($"create or replace table staging.main.{table}(row_number bigint, line bigint{definitions})");
    }

    /// <summary>The diagnostic of a row that does not fit the header.</summary>
    public static RowDiagnostic Reject(CsvFile file, CsvRecordReader records) => records.IsBroken
        ? new(file.Name, records.Line, string.Empty, RowCode.Quote, "(not shown)", "closed quotes, doubled inside a field", "rejected")
        : new(
            file.Name, records.Line, string.Empty, RowCode.FieldCount, $"{records.Fields.Count} fields", $"{file.Header.Count} fields", "rejected");
}
