namespace SkOrchestrator.Data.Tables;

/// <summary>An open table whose column names are known.</summary>
internal interface ITableFile : IDisposable
{
    /// <summary>The file name without folders.</summary>
    string Name { get; }

    /// <summary>The column names.</summary>
    IReadOnlyList<string> Header { get; }

    /// <summary>The rows in file order, with the values of these columns and no others; once.</summary>
    IEnumerable<TableRow> Read(IReadOnlyList<int> columns);
}
