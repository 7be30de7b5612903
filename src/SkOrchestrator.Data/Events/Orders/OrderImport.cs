using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Events.Orders;

/// <summary>What an orders file brought.</summary>
/// <param name="File">The file's name without folders.</param>
public sealed record OrderImport(string File)
{
    /// <summary>Rows of the file.</summary>
    public long Rows { get; init; }

    /// <summary>Rows that can't be used.</summary>
    public long Rejected { get; init; }

    /// <summary>Rows of customers that are not in the run.</summary>
    public long UnknownCustomers { get; init; }

    /// <summary>Rows of customers who were excluded.</summary>
    public long NotAssigned { get; init; }

    /// <summary>Orders that count, whether inside a window or not.</summary>
    public long Orders { get; init; }

    /// <summary>How many of <see cref="Orders"/> are of held-out customers.</summary>
    public long HeldOut { get; init; }

    /// <summary>Orders that were cancelled, returned or refunded whole.</summary>
    public long Removed { get; init; }

    /// <summary>Orders that were refunded in part; they are among <see cref="Orders"/>.</summary>
    public long PartlyRefunded { get; init; }

    /// <summary>Orders from before the customer was assigned.</summary>
    public long BeforeAssignment { get; init; }

    /// <summary>Orders whose rows of one status and moment have different amounts; the rows are line items and were added up.</summary>
    public long LineItemOrders { get; init; }

    /// <summary>Orders among <see cref="Orders"/> that lie in the future.</summary>
    public long Future { get; init; }

    /// <summary>The currency of the amounts, ISO 4217; null where the file names none.</summary>
    public string? Currency { get; init; }

    /// <summary>What is wrong in the file, with line and fix; at most 20, all rows stand in <c>diagnostics.csv</c>.</summary>
    public IReadOnlyList<Diagnostic> Problems { get; init; } = [];

    /// <summary>What people should know before they trust the numbers.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
