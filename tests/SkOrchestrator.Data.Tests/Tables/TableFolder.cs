using System.IO.Compression;
using DuckDB.NET.Data;
using SkOrchestrator.Data.Tables;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Tests.Tables;

/// <summary>A folder with the tables of one test.</summary>
internal sealed class TableFolder : IDisposable
{
    public TableFolder() => Folder = Directory.CreateTempSubdirectory("tables-").FullName;

    public string Folder { get; }

    public string Write(string text, string name = "table.csv")
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public string WriteGzip(string text)
    {
        var path = Path.Combine(Folder, "table.csv.gz");
        using var stream = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest));
        stream.Write(text);
        return path;
    }

    /// <summary>The same table as Parquet, with the types that DuckDB finds.</summary>
    public string WriteParquet(string text)
    {
        var path = Path.Combine(Folder, "table.parquet");
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        connection.Run($"copy (select * from read_csv('{Write(text, "source.csv")}')) to '{path}' (format parquet)");
        return path;
    }

    /// <summary>Reads a table with the columns arm, visit and, where named, others.</summary>
    public ImportedExperiment Read(string text, Func<TableRequest, TableRequest>? change = null) => LabelledTable.Read(Request(Write(text), change));

    public static TableRequest Request(string file, Func<TableRequest, TableRequest>? change = null)
    {
        var request = new TableRequest { File = file, ArmColumn = "arm", Metrics = ["visit"] };
        return change is null ? request : change(request);
    }

    public IReadOnlyList<Diagnostic> Fails(string text, Func<TableRequest, TableRequest>? change = null) =>
        Assert.Throws<InvalidInputException>(() => Read(text, change)).Diagnostics;

    public ImportedExperiment ReadCounts(string text, Func<CountsRequest, CountsRequest>? change = null)
    {
        var request = new CountsRequest { File = Write(text) };
        return CountsFile.Read(change is null ? request : change(request));
    }

    public IReadOnlyList<Diagnostic> CountsFail(string text, Func<CountsRequest, CountsRequest>? change = null) =>
        Assert.Throws<InvalidInputException>(() => ReadCounts(text, change)).Diagnostics;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
