using System.Text;
using SkOrchestrator.Configuration;
using SkOrchestrator.Data.Loading;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Tests;

/// <summary>A run in a temporary folder with a database of its own.</summary>
internal sealed class TestRun : IDisposable
{
    public const string Salt = "a long-lived test salt";

    public TestRun()
    {
        Folder = Directory.CreateTempSubdirectory("campaign-").FullName;
        Database = CampaignDatabase.Open(DatabasePath, Salt);
    }

    public string Folder { get; }

    public string DatabasePath => Path.Combine(Folder, "campaign.duckdb");

    public CampaignDatabase Database { get; }

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public LoadResult Load(string text, params ColumnOptions[] columns) =>
        Database.Load(Write("customers.csv", text), new SegmentationOptions { Columns = columns });

    public Diagnostic Fails(string text, params ColumnOptions[] columns) =>
        Assert.Single(Assert.Throws<InvalidInputException>(() => Load(text, columns)).Diagnostics);

    public IReadOnlyList<RowDiagnostic> Diagnostics() => DiagnosticRows.Read(Database.Connection, 1000);

    /// <summary>The rows of a query, one text a row, fields separated by a bar.</summary>
    public IReadOnlyList<string> Rows(string sql) => Database.Connection.Query(
        sql, row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(i => row.IsDBNull(i) ? "" : FormattableString.Invariant($"{row.GetValue(i)}"))));

    /// <summary>A segment for everyone who is eligible.</summary>
    public void Segment(string expression = "'segment-1'") => Database.Connection.Run(
        $"insert into segment_assignments select customer_id, {expression}, 1, '', '' from eligible");

    public void Dispose()
    {
        Database.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
