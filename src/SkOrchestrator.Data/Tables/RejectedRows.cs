using System.Globalization;
using SkOrchestrator.Diagnostics;

namespace SkOrchestrator.Data.Tables;

/// <summary>Rows or values that are left out: the first ones with a diagnostic each, all of them counted by reason.</summary>
internal sealed class RejectedRows
{
    public const int MostListed = 100_000;
    private readonly List<RowDiagnostic> _listed = [];
    private readonly Dictionary<(string Code, string Column, bool IsEmpty), long> _reasons = [];

    public IReadOnlyList<RowDiagnostic> Listed => _listed;

    public void Add(RowDiagnostic row)
    {
        var reason = (row.Code, row.Column, row.Value.Length == 0);
        _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
        if (_listed.Count < MostListed)
        {
            _listed.Add(row);
        }
    }

    /// <summary>Rows without a value of the column, and rows with one that can't be read.</summary>
    public (long Empty, long Unreadable) Of(string column) => (Count(column, isEmpty: true), Count(column, isEmpty: false));

    /// <summary>How many rows were rejected for what, the most frequent reason first.</summary>
    public string Describe() => string.Join(", ", _reasons.OrderByDescending(r => r.Value).ThenBy(r => r.Key.Column, StringComparer.Ordinal).Select(Describe));

    private long Count(string column, bool isEmpty) => _reasons.Where(r => r.Key.Column == column && r.Key.IsEmpty == isEmpty).Sum(r => r.Value);

    private static string Describe(KeyValuePair<(string Code, string Column, bool IsEmpty), long> reason)
    {
        var count = reason.Value.ToString("N0", CultureInfo.InvariantCulture);
        return reason.Key switch
        {
            { Column: "" } => $"{count} that don't fit the header",
            { IsEmpty: true, Column: var column } => $"{count} without a value of {column}",
            { Column: var column } => $"{count} with a value of {column} that can't be read",
        };
    }
}
