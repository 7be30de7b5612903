using SkOrchestrator.Configuration;

namespace SkOrchestrator.Data.Loading;

/// <summary>The customer file as it was loaded.</summary>
/// <param name="File">The file name without folders.</param>
/// <param name="Columns">All columns in file order with their roles, inferred ones included. Personal, e-mail and ignored columns are not in the table.</param>
/// <param name="Rows">Rows of the file; <c>Loaded + Rejected</c>.</param>
/// <param name="Loaded">Customers in the table.</param>
public sealed record LoadedTable(string File, IReadOnlyList<ColumnOptions> Columns, long Rows, long Loaded)
{
    /// <summary>Rows that could not be loaded, second rows of a customer id included.</summary>
    public long Rejected => Rows - Loaded;

    /// <summary>The columns of a role, in file order.</summary>
    public IEnumerable<ColumnOptions> WithRole(ColumnRole role) => Columns.Where(column => column.Role == role);
}
