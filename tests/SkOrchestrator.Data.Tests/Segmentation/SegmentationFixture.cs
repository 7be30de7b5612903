using System.Globalization;
using DuckDB.NET.Data;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Segmentation;
using SkOrchestrator.Segmentation;

namespace SkOrchestrator.Data.Tests.Segmentation;

/// <summary>A database in memory with the table and view that segmentation reads.</summary>
internal sealed class SegmentationFixture : IDisposable
{
    public SegmentationFixture(string columns, IEnumerable<string> rows)
    {
        Connection.Open();
        Execute($"CREATE TABLE customers (customer_id VARCHAR, {columns})");
        foreach (var part in rows.Chunk(1000))
        {
            Execute($"INSERT INTO customers VALUES {string.Join(", ", part)}");
        }

        Execute("CREATE TABLE excluded (customer_id VARCHAR, reason VARCHAR)");
        Execute("CREATE VIEW eligible AS SELECT * FROM customers WHERE customer_id NOT IN (SELECT customer_id FROM excluded)");
    }

    public DuckDBConnection Connection { get; } = new("DataSource=:memory:");

    public void Execute(string sql) => Connection.Run(sql);

    public SegmentationResult Run(SegmentationOptions options, IReadOnlyList<ColumnOptions> columns, int seed = 7) =>
        CustomerSegmenter.Run(Connection, options, columns, seed);

    public List<Assignment> Assignments() => Connection.Query("SELECT customer_id, segment_id, confidence, runner_up, reason FROM segment_assignments ORDER BY customer_id",
        r => new Assignment(r.GetString(0), r.GetString(1), r.GetDouble(2), r.IsDBNull(3) ? null : r.GetString(3), r.GetString(4)));

    public List<T> Query<T>(string sql, Func<System.Data.IDataRecord, T> read) => Connection.Query(sql, read);

    public void Dispose() => Connection.Dispose();

    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    internal sealed record Assignment(string Customer, string Segment, double Confidence, string? RunnerUp, string Reason);
}
