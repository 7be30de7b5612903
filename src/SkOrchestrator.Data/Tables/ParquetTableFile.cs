using DuckDB.NET.Data;
using SkOrchestrator.Data.Loading;

namespace SkOrchestrator.Data.Tables;

/// <summary>A table in a Parquet file; one thread reads it, so that the rows come in file order.</summary>
internal sealed class ParquetTableFile : ITableFile
{
    private readonly string _path;
    private readonly DuckDBConnection _connection;

    private ParquetTableFile(string path, DuckDBConnection connection, IReadOnlyList<string> header)
    {
        (_path, _connection, Header) = (path, connection, header);
        Name = Path.GetFileName(path);
    }

    public string Name { get; }

    public IReadOnlyList<string> Header { get; }

    public static ParquetTableFile Open(string path)
    {
        var connection = new DuckDBConnection("Data Source=:memory:");
        try
        {
            connection.Open();
            connection.Run("set threads = 1; set timezone = 'UTC'");
            var header = connection.Query(
                "select column_name from (describe select * from read_parquet($path))", row => row.GetString(0), ("path", path));
            return new ParquetTableFile(path, connection, header);
        }
        catch (Exception exception)
        {
            connection.Dispose();
            throw exception is DuckDBException ? InputProblem.Unreadable(path, "Parquet") : exception;
        }
    }

    public IEnumerable<TableRow> Read(IReadOnlyList<int> columns)
    {
        using var command = _connection.CreateCommand();
        command.UseStreamingMode = true;
        command.CommandText =
            $"select file_row_number + 1{string.Concat(columns.Select(c => $", coalesce(trim({SqlScript.Identifier(Header[c])}::varchar), '')"))} "
            + "from read_parquet($path, file_row_number = true)";
        command.Parameters.Add(new DuckDBParameter("path", _path));
        using var reader = Try(command.ExecuteReader);
        while (Try(reader.Read))
        {
            var values = new string[columns.Count];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = reader.GetString(i + 1);
            }

            yield return new TableRow(reader.GetInt64(0), values, null);
        }
    }

    public void Dispose() => _connection.Dispose();

    private T Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DuckDBException)
        {
            throw InputProblem.Unreadable(_path, "Parquet");
        }
    }
}
