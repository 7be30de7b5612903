using System.Data;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;

namespace SkOrchestrator.Data.Segmentation;

/// <summary>Runs the SQL files of this folder and writes what may stand in their slots.</summary>
internal static partial class SegmentationSql
{
    /// <summary>A quoted identifier.</summary>
    public static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A text literal.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A DOUBLE literal that reads back as the same number.</summary>
    public static string Literal(double number) => $"{number.ToString("R", CultureInfo.InvariantCulture)}::DOUBLE";

    /// <summary>The text of an embedded SQL file with its slots filled, all in one pass: what looks like a slot inside a value stays as it is.</summary>
    public static string Script(string name, params IEnumerable<(string Slot, string Sql)> slots)
    {
        using var stream = typeof(SegmentationSql).Assembly.GetManifestResourceStream($"{name}.sql")
            ?? throw new InvalidOperationException($"The SQL file {name}.sql is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var values = slots.ToDictionary(s => s.Slot, s => s.Sql);
        return Slot().Replace(reader.ReadToEnd(), slot => values[slot.Groups[1].Value]);
    }

    /// <summary>Runs a statement.</summary>
    public static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a query and reads every row.</summary>
    public static List<T> Query<T>(DuckDBConnection connection, string sql, Func<IDataRecord, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>A number that may be null.</summary>
    public static double? Number(IDataRecord row, int index) => row.IsDBNull(index) ? null : row.GetDouble(index);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Slot();
}
