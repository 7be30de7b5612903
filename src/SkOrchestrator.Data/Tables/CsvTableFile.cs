using SkOrchestrator.Data.Loading;

namespace SkOrchestrator.Data.Tables;

/// <summary>A table in a CSV file, compressed or not.</summary>
internal sealed class CsvTableFile(CsvFile file) : ITableFile
{
    public string Name => file.Name;

    public IReadOnlyList<string> Header => file.Header;

    public IEnumerable<TableRow> Read(IReadOnlyList<int> columns)
    {
        while (file.ReadNext())
        {
            var records = file.Records;
            yield return records.IsBroken || records.Fields.Count != file.Header.Count
                ? new TableRow(records.Line, [], StagingArea.Reject(file, records))
                : new TableRow(records.Line, Values(records, columns), null);
        }
    }

    public void Dispose() => file.Dispose();

    private static string[] Values(CsvRecordReader records, IReadOnlyList<int> columns)
    {
        var values = new string[columns.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = records.Fields[columns[i]].Trim();
        }

        return values;
    }
}
